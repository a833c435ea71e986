package io.spate.k6.api.websocket;

import io.spate.k6.vu.ApiModule;
import io.spate.k6.vu.Vu;

/**
 * A module of WebSockets.
 *
 * @param name {@code k6/ws} or {@code k6/websockets}
 * @param file its code
 */
public record SocketsModule(String name, String file) implements ApiModule {
    @Override
    public String code() {
        return ApiModule.resource(SocketsModule.class, file);
    }

    @Override
    public Object bind(Vu vu) {
        return new SocketsBinding(vu);
    }
}

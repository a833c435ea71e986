package io.spate.k6.vu;

/**
 * A module that is JavaScript alone.
 *
 * @param name what it is imported by; with $ first, scripts are not told of it
 * @param beside a class that its code stands beside
 * @param file its code
 */
public record CodeModule(String name, Class<?> beside, String file) implements ApiModule {
    @Override
    public String code() {
        return ApiModule.resource(beside, file);
    }

    @Override
    public Object bind(Vu vu) {
        return this;
    }
}

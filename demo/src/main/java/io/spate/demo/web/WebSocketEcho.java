package io.spate.demo.web;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameEncoder;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;

/**
 * The WebSocket at {@code /ws}: sends back what it gets. Other requests pass it by. It stands
 * between the decoder of requests, which it replaces once a socket is open, and the connection.
 */
public final class WebSocketEcho extends ChannelInboundHandlerAdapter {
    private static final String PATH = "/ws";
    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int FRAME_BYTES_MAX = 1 << 20;

    private Optional<HttpRequest> asked = Optional.empty();
    private boolean open;

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (open && message instanceof WebSocketFrame frame) {
            echo(ctx, frame);
        } else if (message instanceof HttpRequest head && asksForSocket(head)) {
            asked = Optional.of(head);
        } else if (asked.isPresent()) {
            if (message instanceof LastHttpContent) {
                agree(ctx, asked.get());
                asked = Optional.empty();
            }
            ReferenceCountUtil.release(message);
        } else {
            ctx.fireChannelRead(message);
        }
    }

    private static boolean asksForSocket(HttpRequest head) {
        int question = head.uri().indexOf('?');
        String path = question < 0 ? head.uri() : head.uri().substring(0, question);
        return path.equals(PATH)
                && head.headers().contains(HttpHeaderNames.SEC_WEBSOCKET_KEY)
                && head.headers()
                        .containsValue(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true);
    }

    private void agree(ChannelHandlerContext ctx, HttpRequest head) {
        String key = head.headers().get(HttpHeaderNames.SEC_WEBSOCKET_KEY);
        String offered = head.headers().get(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL);
        String chosen =
                offered == null
                        ? ""
                        : "sec-websocket-protocol: " + offered.split(",", 2)[0].strip() + "\r\n";
        String answer =
                "HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: upgrade\r\n"
                        + chosen
                        + "sec-websocket-accept: "
                        + proof(key)
                        + "\r\n\r\n";
        ChannelFuture _ = ctx.writeAndFlush(Unpooled.wrappedBuffer(answer.getBytes(US_ASCII)));
        open = true;
        ctx.pipeline().addBefore(ctx.name(), null, new WebSocket13FrameEncoder(false));
        ctx.pipeline()
                .replace(
                        HttpRequestDecoder.class,
                        null,
                        new WebSocket13FrameDecoder(true, false, FRAME_BYTES_MAX));
    }

    private static void echo(ChannelHandlerContext ctx, WebSocketFrame frame) {
        switch (frame) {
            case PingWebSocketFrame ping -> {
                ChannelFuture _ = ctx.writeAndFlush(new PongWebSocketFrame(ping.content()));
            }
            case PongWebSocketFrame pong -> pong.release();
            case CloseWebSocketFrame close -> {
                ChannelFuture _ = ctx.writeAndFlush(close).addListener(ChannelFutureListener.CLOSE);
            }
            default -> {
                ChannelFuture _ = ctx.writeAndFlush(frame);
            }
        }
    }

    private static String proof(String key) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes(US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }
}

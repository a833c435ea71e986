package io.spate.demo.web;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One client's connection. Requests are answered one after the other in the order they came, as
 * HTTP/1.1 has it; a client that sends ahead (pipelining) is not read from until it has caught up,
 * so what waits here is at most what one read brought.
 */
public final class Connection extends ChannelInboundHandlerAdapter {
    /** What stands behind the connections. Called by the event loop alone. */
    public interface Service {
        /** Takes a request; {@code client} gets its reply once, perhaps before this returns. */
        void accept(Request request, Consumer<Reply> client);

        /** A connection was opened. */
        void connected();

        /** A connection was closed. */
        void disconnected();
    }

    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(US_ASCII);

    private final Service service;
    private final Queue<Request> pending = new ArrayDeque<>();
    private final Consumer<Reply> client = this::reply;
    private @Nullable RequestReader reader;
    private @Nullable Request current;
    private @Nullable ChannelHandlerContext context;
    private boolean serving;
    private boolean reading;
    private boolean inputEnded;

    public Connection(Service service) {
        this.service = service;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        context = ctx;
        service.connected();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        context = null;
        pending.clear();
        service.disconnected();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        reading = true;
        try {
            if (!inputEnded && message instanceof HttpObject part) {
                receive(ctx, part);
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        reading = false;
        ctx.flush();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        serve();
    }

    /** A client that resets its connection is its own affair. */
    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        ChannelFuture _ = ctx.close();
    }

    private void receive(ChannelHandlerContext ctx, HttpObject part) {
        if (part.decoderResult().isFailure()) {
            refuse(Reply.error(Status.BAD_REQUEST, "the request is not valid HTTP"));
            return;
        }
        if (part instanceof HttpRequest head) {
            reader = new RequestReader(head);
            expectation(ctx, head, reader);
        }
        if (part instanceof HttpContent content && reader != null) {
            reader.append(content.content());
            if (reader.isHopeless()) {
                refuse(RequestReader.TOO_LARGE);
            } else if (part instanceof LastHttpContent) {
                pending.add(reader.request());
                reader = null;
                serve();
            }
        }
    }

    /** Answers a client that asks before it sends a body (RFC 9110, section 10.1.1). */
    private void expectation(ChannelHandlerContext ctx, HttpRequest head, RequestReader request) {
        if (!HttpUtil.is100ContinueExpected(head)) {
            return;
        }
        if (request.isAnnouncedTooLarge()) {
            refuse(RequestReader.TOO_LARGE);
        } else if (current == null && pending.isEmpty()) {
            ByteBuf out = ctx.alloc().directBuffer(CONTINUE.length).writeBytes(CONTINUE);
            ChannelFuture _ = ctx.writeAndFlush(out, ctx.voidPromise());
        }
    }

    /** The rest of the input cannot be told apart any more: answer and close. */
    private void refuse(Reply refusal) {
        inputEnded = true;
        reader = null;
        pending.add(Request.refused(refusal));
        serve();
    }

    /** A loop and not a recursion: a reply may come before {@code accept} returns. */
    private void serve() {
        if (serving) {
            return;
        }
        serving = true;
        while (current == null && context != null && context.channel().isWritable()) {
            Request next = pending.poll();
            if (next == null) {
                break;
            }
            current = next;
            service.accept(next, client);
        }
        serving = false;
        if (context != null) {
            context.channel().config().setAutoRead(pending.isEmpty());
        }
    }

    private void reply(Reply reply) {
        Request answered = current;
        ChannelHandlerContext ctx = context;
        current = null;
        if (ctx == null || answered == null) {
            return;
        }
        ByteBuf out = reply.encode(ctx.alloc(), answered.persistence(), answered.isHead());
        if (answered.persistence() == Request.Persistence.CLOSE) {
            inputEnded = true;
            pending.clear();
            ChannelFuture _ = ctx.writeAndFlush(out).addListener(ChannelFutureListener.CLOSE);
            return;
        }
        if (reading) {
            ChannelFuture _ = ctx.write(out, ctx.voidPromise());
        } else {
            ChannelFuture _ = ctx.writeAndFlush(out, ctx.voidPromise());
        }
        serve();
    }
}

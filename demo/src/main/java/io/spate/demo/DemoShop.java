package io.spate.demo;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannelRecvByteBufAllocator;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.Ticker;
import io.spate.demo.web.Connection;
import io.spate.demo.web.WebSocketEcho;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.Locale;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * A running demo shop. Safe for use by any thread.
 *
 * <p>It keeps no process alive: its one thread is a daemon, so a program that does nothing else has
 * to {@link #awaitClose}.
 */
public final class DemoShop implements AutoCloseable {
    /** Connections that may wait to be accepted; the system may allow fewer. */
    private static final int BACKLOG = 4_096;

    /**
     * Connections accepted before the loop turns to the others again. Netty's 16 leave a crowd that
     * arrives at once waiting for seconds.
     */
    private static final int ACCEPTS_PER_TURN = 512;

    private static final long SHUTDOWN_SECONDS = 5;

    private final EventLoopGroup loops;
    private final ChannelGroup channels;
    private final Channel listener;
    private final String host;
    private final int port;

    private DemoShop(EventLoopGroup loops, ChannelGroup channels, Channel listener, String host) {
        this.loops = loops;
        this.channels = channels;
        this.listener = listener;
        this.host = host;
        this.port = ((InetSocketAddress) listener.localAddress()).getPort();
    }

    /** Starts a shop, which answers when this returns. Throws {@link DemoStartException}. */
    public static DemoShop start(DemoOptions options) {
        InetSocketAddress address = new InetSocketAddress(options.host(), options.port());
        if (address.isUnresolved()) {
            throw new DemoStartException(
                    "host " + options.host() + " is unknown; choose another with --host",
                    new SocketException("unresolved address"));
        }
        EventLoopGroup loops =
                new MultiThreadIoEventLoopGroup(
                        1, new DefaultThreadFactory("demo-shop", true), NioIoHandler.newFactory());
        EventLoop loop = loops.next();
        ChannelGroup channels = new DefaultChannelGroup(loop, true);
        ShopService service = new ShopService(options, Ticker.systemTicker(), timerOf(loop));
        loop.execute(service.loop()::watch);
        ChannelFuture bound = listen(loops, channels, service).bind(address).awaitUninterruptibly();
        Throwable cause = bound.cause();
        if (cause != null) {
            shutDown(loops);
            throw new DemoStartException(explain(options, cause), cause);
        }
        return new DemoShop(loops, channels, bound.channel(), options.host());
    }

    /** The port listened on. */
    public int port() {
        return port;
    }

    /**
     * Where to send requests, without a slash at the end; localhost where it listens everywhere.
     */
    public String url() {
        InetSocketAddress address = (InetSocketAddress) listener.localAddress();
        boolean everywhere = address.getAddress().isAnyLocalAddress();
        String name = everywhere ? "localhost" : host.contains(":") ? "[" + host + "]" : host;
        return "http://" + name + ":" + port;
    }

    /** Returns once the shop is closed. */
    public void awaitClose() throws InterruptedException {
        listener.closeFuture().await();
    }

    /** Frees the port and cuts every connection; requests in service get no answer. Idempotent. */
    @Override
    public void close() {
        listener.close().awaitUninterruptibly();
        channels.close().awaitUninterruptibly();
        shutDown(loops);
    }

    private static void shutDown(EventLoopGroup loops) {
        loops.shutdownGracefully(0, SHUTDOWN_SECONDS, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    private static Station.Timer timerOf(EventLoop loop) {
        return (nanos, task) -> {
            Future<?> _ = loop.schedule(task, nanos, TimeUnit.NANOSECONDS);
        };
    }

    private static ServerBootstrap listen(
            EventLoopGroup loops, ChannelGroup channels, ShopService service) {
        return new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_REUSEADDR, true)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(
                        ChannelOption.RECVBUF_ALLOCATOR,
                        new ServerChannelRecvByteBufAllocator()
                                .maxMessagesPerRead(ACCEPTS_PER_TURN))
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(
                        new ChannelInitializer<>() {
                            @Override
                            protected void initChannel(Channel channel) {
                                channels.add(channel);
                                channel.pipeline()
                                        .addLast(
                                                new HttpRequestDecoder(),
                                                new WebSocketEcho(),
                                                new Connection(service));
                            }
                        });
    }

    /** Java tells these cases apart by the system's words alone. */
    private static String explain(DemoOptions options, Throwable cause) {
        String reason = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        String where = "port " + options.port() + " on " + options.host();
        if (reason.contains("in use")) {
            return where + " is in use; choose another with --port";
        }
        if (reason.contains("permission")) {
            return where + " may not be opened by this user; choose one above 1023 with --port";
        }
        if (reason.contains("assign")) {
            return options.host()
                    + " is not an address of this machine; choose another with --host,"
                    + " such as 127.0.0.1";
        }
        return where + " cannot be opened: " + cause.getMessage();
    }
}

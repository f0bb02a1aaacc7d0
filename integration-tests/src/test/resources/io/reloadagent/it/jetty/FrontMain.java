package com.acme.front;

import java.net.InetSocketAddress;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.SizeLimitHandler;
import org.eclipse.jetty.util.Callback;

/** A Jetty that takes posts of up to a thousand bytes. */
public final class FrontMain {

    private static final long MOST_BYTES = 1000;

    public static void main(String[] arguments) throws Exception {
        Server server = new Server(new InetSocketAddress("127.0.0.1", 0));
        SizeLimitHandler limit = new SizeLimitHandler(MOST_BYTES, -1);
        limit.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws Exception {
                int taken = Content.Source.asByteBuffer(request).remaining();
                Content.Sink.write(response, true, "took " + taken, callback);
                return true;
            }
        });
        server.setHandler(limit);
        server.start();
        System.out.println("listens at " + server.getURI().getPort());
        server.join();
    }
}

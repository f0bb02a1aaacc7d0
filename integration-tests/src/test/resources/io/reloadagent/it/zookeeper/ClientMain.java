package com.acme.client;

import com.acme.shell.Shell;
import java.util.concurrent.CountDownLatch;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.Watcher.Event.KeeperState;
import org.apache.zookeeper.ZooDefs.Ids;
import org.apache.zookeeper.ZooKeeper;

/** A client of ZooKeeper with one session, which it keeps. */
public final class ClientMain {

    private static final int SESSION_MILLIS = 60_000;

    /** Takes the server's address. */
    public static void main(String[] arguments) throws Exception {
        CountDownLatch connected = new CountDownLatch(1);
        ZooKeeper zooKeeper = new ZooKeeper(arguments[0], SESSION_MILLIS, event -> {
            if (event.getState() == KeeperState.SyncConnected) {
                connected.countDown();
            }
        });
        connected.await();
        zooKeeper.create("/data", new byte[0], Ids.OPEN_ACL_UNSAFE, CreateMode.EPHEMERAL);
        new Shell()
                .on("write", words -> write(zooKeeper, Integer.parseInt(words.get(0))))
                .on("session", words -> Long.toHexString(zooKeeper.getSessionId()))
                .run();
    }

    /** Writes so many bytes; says how that ended. */
    private static String write(ZooKeeper zooKeeper, int size) throws Exception {
        try {
            return "length " + zooKeeper.setData("/data", new byte[size], -1).getDataLength();
        } catch (KeeperException e) {
            return e.code().name();
        }
    }
}

package io.reloadagent.trigger;

import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The connections that there may be at once. When all seats are taken, who comes gets that of a stranger, who has not shown a token yet, or
 * else that of a client that asks nothing at the moment; of those the one that sits there longest, of the address with the most. So
 * strangers cannot keep an operator out, however slow they are; who is being served is never sent away. Thread-safe.
 */
final class Seats {

    private final int most;
    private final Consumer<Socket> sendAway;

    /** Who came or fell silent first is first. Guarded by this. */
    private final Set<Seat> taken = new LinkedHashSet<>();

    /** @param sendAway closes a connection, without waiting */
    Seats(int most, Consumer<Socket> sendAway) {
        this.most = most;
        this.sendAway = sendAway;
    }

    /** A seat for who has just come; null if everybody is being served. */
    Seat take(Socket socket) {
        Seat seat = new Seat(socket);
        Seat victim = null;
        synchronized (this) {
            if (taken.size() >= most) {
                victim = victim();
                if (victim == null) {
                    return null;
                }
                taken.remove(victim);
            }
            taken.add(seat);
        }
        if (victim != null) {
            sendAway.accept(victim.socket);
        }
        return seat;
    }

    private Seat victim() {
        Seat stranger = longest(Standing.STRANGER);
        return stranger != null ? stranger : longest(Standing.IDLE);
    }

    private Seat longest(Standing standing) {
        Map<String, Integer> counts = new HashMap<>();
        for (Seat seat : taken) {
            if (seat.standing == standing) {
                counts.merge(seat.from, 1, Integer::sum);
            }
        }
        Seat longest = null;
        for (Seat seat : taken) {
            if (seat.standing == standing && (longest == null || counts.get(seat.from) > counts.get(longest.from))) {
                longest = seat;
            }
        }
        return longest;
    }

    /** How many are taken. */
    synchronized int size() {
        return taken.size();
    }

    /** Sends everybody away. */
    void clear() {
        List<Seat> all;
        synchronized (this) {
            all = new ArrayList<>(taken);
            taken.clear();
        }
        all.forEach(seat -> sendAway.accept(seat.socket));
    }

    /** A stranger who falls silent stays one. */
    private synchronized void change(Seat seat, Standing standing) {
        if (standing == Standing.IDLE && seat.standing == Standing.STRANGER) {
            return;
        }
        seat.standing = standing;
        if (taken.remove(seat)) {
            taken.add(seat);
        }
    }

    private synchronized void leave(Seat seat) {
        taken.remove(seat);
    }

    private enum Standing {
        STRANGER,
        SERVED,
        IDLE
    }

    /** One of them. */
    final class Seat {

        private final Socket socket;
        private final String from;

        /** Guarded by the seats. */
        private Standing standing = Standing.STRANGER;

        private Seat(Socket socket) {
            this.socket = socket;
            InetAddress address = socket.getInetAddress();
            this.from = address.isLoopbackAddress() ? "loopback" : address.getHostAddress();
        }

        /** Its client has shown a token, and is being served. */
        void served() {
            change(this, Standing.SERVED);
        }

        /** Its client has been served, and has not asked for anything else yet. */
        void idle() {
            change(this, Standing.IDLE);
        }

        /** Its client is gone. */
        void leave() {
            Seats.this.leave(this);
        }
    }
}

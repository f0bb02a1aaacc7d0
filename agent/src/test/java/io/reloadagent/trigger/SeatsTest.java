package io.reloadagent.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeatsTest {

    private final List<Socket> sentAway = new ArrayList<>();
    private final Seats seats = new Seats(3, sentAway::add);

    @Test
    void nobodyIsSentAwayWhileThereIsRoom() {
        seats.take(client(1));
        seats.take(client(1));
        seats.take(client(1));

        assertThat(seats.size()).isEqualTo(3);
        assertThat(sentAway).isEmpty();
    }

    @Test
    void theStrangerWhoSitsThereLongestMakesRoom() {
        Socket first = client(1);
        seats.take(first);
        seats.take(client(1));
        seats.take(client(1));

        assertThat(seats.take(client(1))).isNotNull();
        assertThat(sentAway).containsExactly(first);
        assertThat(seats.size()).isEqualTo(3);
    }

    @Test
    void aStrangerMakesRoomBeforeSomebodyIdle() {
        seats.take(client(1)).served();
        Seats.Seat idle = seats.take(client(1));
        idle.served();
        idle.idle();
        Socket stranger = client(1);
        seats.take(stranger);

        seats.take(client(1));

        assertThat(sentAway).containsExactly(stranger);
    }

    @Test
    void strangersOfTheAddressWithTheMostMakeRoomFirst() {
        seats.take(client(1));
        Socket many = client(2);
        seats.take(many);
        seats.take(client(2));

        seats.take(client(3));

        assertThat(sentAway).containsExactly(many);
    }

    @Test
    void withoutStrangersWhoIsIdleLongestMakesRoom() {
        Socket idleLately = client(1);
        Seats.Seat lately = seats.take(idleLately);
        lately.served();
        Socket idleLong = client(1);
        Seats.Seat longer = seats.take(idleLong);
        longer.served();
        longer.idle();
        lately.idle();
        seats.take(client(1)).served();

        seats.take(client(1)).served();
        assertThat(sentAway).containsExactly(idleLong);

        seats.take(client(1)).served();
        assertThat(sentAway).containsExactly(idleLong, idleLately);
    }

    @Test
    void whoIsServedIsNeverSentAway() {
        for (int i = 0; i < 3; i++) {
            seats.take(client(1)).served();
        }

        assertThat(seats.take(client(1))).isNull();
        assertThat(sentAway).isEmpty();
        assertThat(seats.size()).isEqualTo(3);
    }

    @Test
    void aStrangerWhoFallsSilentStaysOne() {
        Seats.Seat known = seats.take(client(1));
        known.served();
        known.idle();
        Socket stranger = client(1);
        seats.take(stranger).idle();
        seats.take(client(1)).served();

        seats.take(client(1));

        assertThat(sentAway).containsExactly(stranger);
    }

    @Test
    void whoLeavesMakesRoomAndWhoWasSentAwayHasNone() {
        Seats.Seat first = seats.take(client(1));
        seats.take(client(1)).served();
        seats.take(client(1)).served();
        seats.take(client(1)).served();
        assertThat(sentAway).hasSize(1);

        first.served();
        first.leave();
        assertThat(seats.size()).isEqualTo(3);
        assertThat(seats.take(client(1))).isNull();
    }

    @Test
    void allAreSentAwayAtTheEnd() {
        Socket served = client(1);
        seats.take(served).served();
        Socket stranger = client(2);
        seats.take(stranger);

        seats.clear();

        assertThat(sentAway).containsExactlyInAnyOrder(served, stranger);
        assertThat(seats.size()).isZero();
    }

    /** From another host; of a test's real sockets all come from the same one. */
    private static Socket client(int host) {
        return new Socket() {
            @Override
            public InetAddress getInetAddress() {
                try {
                    return InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, (byte) host});
                } catch (UnknownHostException e) {
                    throw new AssertionError(e);
                }
            }
        };
    }
}

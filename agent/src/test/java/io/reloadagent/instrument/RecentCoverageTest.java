package io.reloadagent.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RecentCoverageTest {

    private static final long KEPT = RecentCoverage.KEPT.toNanos();

    private final List<List<FieldCoverage>> found = new ArrayList<>();
    private long changes;
    private long now = Long.MAX_VALUE - KEPT / 2; // nanoTime may overflow at any time

    private final RecentCoverage coverage = new RecentCoverage(this::look, () -> changes, () -> now);

    private List<FieldCoverage> look() {
        List<FieldCoverage> fields = new ArrayList<>();
        found.add(fields);
        return fields;
    }

    @Test
    void isKeptForAWhile() {
        List<FieldCoverage> first = coverage.get();
        now += KEPT - 1;
        assertThat(coverage.get()).isSameAs(first);
        assertThat(found).hasSize(1);
        now++;
        assertThat(coverage.get()).isNotSameAs(first);
    }

    @Test
    void isLookedForAnewAfterAChange() {
        List<FieldCoverage> first = coverage.get();
        changes++;
        List<FieldCoverage> second = coverage.get();
        assertThat(second).isNotSameAs(first);
        assertThat(coverage.get()).isSameAs(second);
    }

    @Test
    void ofAChangeWhileItLooksItDoesNotKnow() {
        RecentCoverage changing = new RecentCoverage(
                () -> {
                    changes++;
                    return look();
                },
                () -> changes,
                () -> now);
        List<FieldCoverage> first = changing.get();
        assertThat(changing.get()).isNotSameAs(first);
    }

    @Test
    @Timeout(30)
    void keepsNoClassLoaderAlive() throws Exception {
        URLClassLoader loader = new URLClassLoader(
                new URL[] {Probe.class.getProtectionDomain().getCodeSource().getLocation()}, null);
        RecentCoverage ofProbe = ofClass(loader.loadClass(Probe.class.getName()));
        WeakReference<ClassLoader> gone = new WeakReference<>(loader);
        loader.close();
        loader = null;
        while (gone.get() != null) {
            System.gc();
        }
        assertThat(ofProbe.get()).isEmpty();
    }

    /** Has found a class once, and does not find it again. */
    private static RecentCoverage ofClass(Class<?> type) {
        List<FieldCoverage> once = new ArrayList<>();
        once.add(new FieldCoverage(type, "size", "I", false, 1, 1));
        List<List<FieldCoverage>> looks = new ArrayList<>();
        looks.add(once);
        RecentCoverage coverage =
                new RecentCoverage(() -> looks.isEmpty() ? Collections.emptyList() : looks.remove(0), () -> 0, () -> 0);
        List<FieldCoverage> first = coverage.get();
        assertThat(coverage.get()).isSameAs(first);
        return coverage;
    }

    static final class Probe {}
}

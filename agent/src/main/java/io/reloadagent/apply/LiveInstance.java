package io.reloadagent.apply;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;

/** An object of the application in a {@link LiveInstances}. */
final class LiveInstance extends WeakReference<Object> {

    /** The one that was added before; null if it was the first. Written before this is published, or under the lock of the list. */
    volatile LiveInstance next;

    LiveInstance(Object instance, ReferenceQueue<Object> collected) {
        super(instance, collected);
    }
}

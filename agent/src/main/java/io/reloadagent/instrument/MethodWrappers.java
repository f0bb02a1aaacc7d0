package io.reloadagent.instrument;

import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.MethodVisitor;

/** What is put around the methods of one class, apart from their reads: reports of objects, and pins. Immutable. */
final class MethodWrappers {

    private final BridgeCalls bridge;
    private final Plan plan;
    private final boolean frames;

    /** Null if nobody asks for the class's objects. */
    private final ModuleConstructors constructors;

    /** Null if no method is pinned. */
    private final MethodLocals locals;

    /** Looks at a class; {@code frames} tells whether it is of a version that has frames. */
    MethodWrappers(ClassReader reader, Plan plan, BridgeCalls bridge, boolean frames) {
        this.bridge = bridge;
        this.plan = plan;
        this.frames = frames;
        this.constructors = reports(plan).isEmpty() ? null : ModuleConstructors.of(reader, reports(plan));
        this.locals = plan.pinsAny() ? MethodLocals.of(reader) : null;
    }

    /** An object is bound first, so that as a module it reads the values that it will always read. */
    private static List<String> reports(Plan plan) {
        List<String> reports = new ArrayList<>();
        if (plan.bindsInstances()) {
            reports.add(BridgeCalls.BOUND);
        }
        if (plan.tracksInstances()) {
            reports.add(BridgeCalls.MADE);
        }
        if (plan.registersModules()) {
            reports.add(BridgeCalls.CONSTRUCTED);
        }
        return reports;
    }

    boolean needExpandedFrames() {
        return locals != null || (constructors != null && constructors.delegate());
    }

    /** A visitor that writes what is needed to {@code next}; that itself if nothing is. */
    MethodVisitor wrap(MethodVisitor next, String name, String descriptor) {
        if (constructors != null && name.equals("<init>")) {
            return constructors.rewrite(next, bridge, descriptor);
        }
        return plan.pins(name, descriptor) ? new PinnedMethod(next, bridge, locals.of(name, descriptor), frames) : next;
    }
}

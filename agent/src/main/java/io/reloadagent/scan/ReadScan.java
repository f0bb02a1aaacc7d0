package io.reloadagent.scan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** Finds where a class reads fields, and whether that is done again once the class, its objects or the JVM have started. */
final class ReadScan extends ClassVisitor {

    private final ReadIndex index;
    private final List<Site> sites = new ArrayList<>();

    /** The places that call each private method of the class, by its name and descriptor. */
    private final Map<String, List<Call>> calls = new HashMap<>();

    private final Map<String, Readers.Moment> moments = new HashMap<>();
    private final Set<String> privateMethods = new HashSet<>();

    /** The methods that are handed on, to be called by whoever has them. */
    private final Set<String> escaped = new HashSet<>();

    private final Set<String> asked = new HashSet<>();
    private String className;
    private boolean nested;

    private ReadScan(ReadIndex index) {
        super(Opcodes.ASM9);
        this.index = index;
    }

    static void find(ClassReader reader, ReadIndex index) {
        if (index.mayRead(reader)) {
            reader.accept(new ReadScan(index), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        }
    }

    @Override
    public void visit(int version, int access, String name, String signature, String superName, String[] interfaces) {
        className = name;
    }

    @Override
    public void visitNestHost(String host) {
        nested = true;
    }

    @Override
    public void visitNestMember(String member) {
        nested = true;
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        String key = name + descriptor;
        moments.put(key, moment(access, key));
        if ((access & Opcodes.ACC_PRIVATE) != 0 && name.charAt(0) != '<') {
            privateMethods.add(key);
        }
        return new Body(key, isDescription(key));
    }

    private static Readers.Moment moment(int access, String key) {
        boolean main = key.equals("main([Ljava/lang/String;)V") && (access & Opcodes.ACC_STATIC) != 0;
        if (main || key.startsWith("<clinit>")) {
            return Readers.Moment.START;
        }
        return key.startsWith("<init>") ? Readers.Moment.CONSTRUCTION : Readers.Moment.ANY;
    }

    /** What is read to be shown, or compared, is not put to use. */
    private static boolean isDescription(String key) {
        return key.equals("toString()Ljava/lang/String;")
                || key.equals("hashCode()I")
                || key.equals("equals(Ljava/lang/Object;)Z");
    }

    @Override
    public void visitEnd() {
        for (Site site : sites) {
            Readers.Moment moment = site.again ? Readers.Moment.ANY : momentOf(site.method);
            site.field.readers().add(className.replace('/', '.'), moment);
        }
    }

    /** A private method runs when those do that call it, if nobody else can. */
    private Readers.Moment momentOf(String method) {
        Readers.Moment known = moments.getOrDefault(method, Readers.Moment.ANY);
        boolean hidden = privateMethods.contains(method) && !escaped.contains(method) && !nested;
        List<Call> callers = calls.get(method);
        if (known != Readers.Moment.ANY || !hidden || callers == null || !asked.add(method)) {
            return known;
        }
        Readers.Moment latest = Readers.Moment.START;
        for (Call call : callers) {
            Readers.Moment moment = call.again ? Readers.Moment.ANY : momentOf(call.method);
            latest = moment.compareTo(latest) > 0 ? moment : latest;
        }
        moments.put(method, latest);
        return latest;
    }

    /** A place in a method. */
    private static class Call {

        final String method;
        final int position;

        /** Whether it may be passed more than once in one run of the method. */
        boolean again;

        Call(String method, int position) {
            this.method = method;
            this.position = position;
        }
    }

    /** One where a field is read. */
    private static final class Site extends Call {

        final FieldFacts field;

        Site(String method, int position, FieldFacts field) {
            super(method, position);
            this.field = field;
        }
    }

    /** Passes the code of one method. */
    private final class Body extends Instructions {

        private final String method;
        private final boolean description;
        private final Map<Label, Integer> labels = new HashMap<>();
        private final List<int[]> loops = new ArrayList<>();
        private final List<Call> places = new ArrayList<>();
        private int position;

        Body(String method, boolean description) {
            this.method = method;
            this.description = description;
        }

        @Override
        void other(int opcode) {
            position++;
        }

        @Override
        public void visitLabel(Label label) {
            labels.put(label, position);
        }

        @Override
        public void visitJumpInsn(int opcode, Label label) {
            position++;
            jump(label);
        }

        @Override
        public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... targets) {
            visitLookupSwitchInsn(otherwise, new int[0], targets);
        }

        @Override
        public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] targets) {
            position++;
            jump(otherwise);
            for (Label target : targets) {
                jump(target);
            }
        }

        private void jump(Label label) {
            Integer target = labels.get(label);
            if (target != null) {
                loops.add(new int[] {target, position});
            }
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            position++;
            if (opcode == Opcodes.GETFIELD || opcode == Opcodes.GETSTATIC) {
                FieldFacts field = index.field(owner, name, descriptor);
                if (field != null && !isShown(owner) && !isGetterOf(field)) {
                    add(field, false);
                }
            }
        }

        private boolean isShown(String owner) {
            return description && owner.equals(className);
        }

        private boolean isGetterOf(FieldFacts field) {
            int parenthesis = method.indexOf('(');
            return index.got(className, method.substring(0, parenthesis), method.substring(parenthesis))
                    .contains(field);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            position++;
            if (!isShown(owner)) {
                index.got(owner, name, descriptor).forEach(field -> add(field, false));
            }
            if (owner.equals(className)) {
                Call call = new Call(method, position);
                places.add(call);
                calls.computeIfAbsent(name + descriptor, any -> new ArrayList<>(1))
                        .add(call);
            }
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            position++;
            for (Object argument : arguments) {
                if (argument instanceof Handle) {
                    handle((Handle) argument);
                }
            }
        }

        /** Nobody knows when, and how often, it is called. */
        private void handle(Handle handle) {
            index.got(handle.getOwner(), handle.getName(), handle.getDesc()).forEach(field -> add(field, true));
            escaped.add(handle.getName() + handle.getDesc());
        }

        private void add(FieldFacts field, boolean again) {
            Site site = new Site(method, position, field);
            site.again = again;
            sites.add(site);
            places.add(site);
        }

        @Override
        public void visitEnd() {
            for (Call place : places) {
                for (int[] loop : loops) {
                    place.again |= place.position > loop[0] && place.position <= loop[1];
                }
            }
        }
    }
}

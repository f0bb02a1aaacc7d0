package io.reloadagent.adopt;

/**
 * An annotation of another framework that says which key a field follows. Its classes are known by name only: each application has its
 * own copy of them, or none.
 */
public enum AdoptedAnnotation {

    /** Spring Boot's: all fields of a class, and of the objects in them, beneath a prefix. */
    SPRING_CONFIGURATION_PROPERTIES(
            "spring",
            "org.springframework.boot.context.properties.ConfigurationProperties",
            Kind.PREFIX,
            "prefix",
            "value"),

    /** Spring Boot's: a field of such a class, whose object is a class of somebody else. */
    SPRING_NESTED_CONFIGURATION_PROPERTY(
            "spring", "org.springframework.boot.context.properties.NestedConfigurationProperty", Kind.NESTED, null),

    /** Spring's: a field, by a placeholder. */
    SPRING_VALUE("spring", "org.springframework.beans.factory.annotation.Value", Kind.PLACEHOLDER, "value"),

    /** MicroProfile's: a field, by the key itself, or by the names of its class and its own. */
    MICROPROFILE_CONFIG_PROPERTY(
            "microprofile", "org.eclipse.microprofile.config.inject.ConfigProperty", Kind.KEY, "name"),

    /** MicroProfile's: all fields of a class beneath a prefix. */
    MICROPROFILE_CONFIG_PROPERTIES(
            "microprofile", "org.eclipse.microprofile.config.inject.ConfigProperties", Kind.PREFIX, "prefix"),

    /** Apollo's: a field, by a placeholder whose value is JSON. */
    APOLLO_JSON_VALUE(
            "apollo", "com.ctrip.framework.apollo.spring.annotation.ApolloJsonValue", Kind.PLACEHOLDER, "value"),

    /** Nacos's: a field, by a placeholder. */
    NACOS_VALUE("nacos", "com.alibaba.nacos.api.config.annotation.NacosValue", Kind.PLACEHOLDER, "value"),

    /** Nacos's: all fields of a class beneath a prefix. */
    NACOS_CONFIGURATION_PROPERTIES(
            "nacos", "com.alibaba.nacos.api.config.annotation.NacosConfigurationProperties", Kind.PREFIX, "prefix");

    /** What the text of an annotation is. */
    public enum Kind {
        /** A prefix, on a class: all its fields follow keys beneath. */
        PREFIX,
        /** None: it says of a field in a class with a prefix that the fields of its object follow one by one. */
        NESTED,
        /** {@code ${key}} or {@code ${key:default}}, on a field. */
        PLACEHOLDER,
        /** A key, on a field. */
        KEY
    }

    private final String framework;
    private final String className;
    private final Kind kind;
    private final String element;

    /** Another element for the same; null if there is none. */
    private final String alias;

    AdoptedAnnotation(String framework, String className, Kind kind, String element) {
        this(framework, className, kind, element, null);
    }

    AdoptedAnnotation(String framework, String className, Kind kind, String element, String alias) {
        this.framework = framework;
        this.className = className;
        this.kind = kind;
        this.element = element;
        this.alias = alias;
    }

    /** The word for it in {@code adopt}. */
    public String framework() {
        return framework;
    }

    /** As {@code com.acme.Annotation}. */
    public String className() {
        return className;
    }

    /** As {@code Lcom/acme/Annotation;}. */
    public String descriptor() {
        return 'L' + className.replace('.', '/') + ';';
    }

    /** What its text is. */
    public Kind kind() {
        return kind;
    }

    /** Whether an element of the annotation, given by its name, holds the text. */
    public boolean isText(String name) {
        return name.equals(element) || name.equals(alias);
    }
}

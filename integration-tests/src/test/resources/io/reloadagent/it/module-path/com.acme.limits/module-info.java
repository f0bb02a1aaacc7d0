module com.acme.limits {
    requires java.logging;

    exports com.acme.limits;
}

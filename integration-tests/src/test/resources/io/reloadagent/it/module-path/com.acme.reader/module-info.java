module com.acme.reader {
    requires com.acme.limits;
}

package io.contactpulse.standins;

/** The error answer of a service: the exception's name as the AWS clients know it, and its message. */
final class ServiceFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    ServiceFault(String code, String message) {
        super(message);
        this.code = code;
    }

    String code() {
        return code;
    }
}

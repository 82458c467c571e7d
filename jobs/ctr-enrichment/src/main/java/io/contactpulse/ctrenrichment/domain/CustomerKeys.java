package io.contactpulse.ctrenrichment.domain;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Makes pseudonyms of customers: HMAC-SHA-256 over the normalised id or endpoint, after the id of the key used, so that
 * keys can be replaced. What has nothing to normalise, such as a withheld number, is nobody. Not thread-safe.
 */
public final class CustomerKeys implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String ALGORITHM = "HmacSHA256";
    private static final String PHONE = "TELEPHONE_NUMBER";
    private static final int SHORTEST_NUMBER = 3;

    private final String keyId;
    private final byte[] secret;
    private transient @Nullable Mac mac;

    private CustomerKeys(String keyId, byte[] secret) {
        this.keyId = keyId;
        this.secret = secret;
    }

    public static CustomerKeys of(String keyId, byte[] secret) {
        return new CustomerKeys(keyId, secret.clone());
    }

    /** For replays, which may run where the real key must not be; the same in every replay. */
    public static CustomerKeys ofReplays() {
        return of("k1", "contact-pulse replay".getBytes(StandardCharsets.UTF_8));
    }

    public Optional<String> ofCustomerId(String customerId) {
        return key(customerId.trim());
    }

    public Optional<String> ofEndpoint(String address, Optional<String> type) {
        return key(normalised(address.trim(), type));
    }

    private static String normalised(String address, Optional<String> type) {
        if (address.indexOf('@') >= 0) {
            return address.toLowerCase(Locale.ROOT);
        }
        return type.isEmpty() || type.get().equals(PHONE) ? phoneNumber(address) : address;
    }

    /** E.164: a plus sign and digits, whatever people put between them. */
    private static String phoneNumber(String address) {
        String digits = address.replaceAll("[^0-9]", "");
        if (digits.length() < SHORTEST_NUMBER) {
            return "";
        }
        return "+" + (address.startsWith("00") ? digits.substring(2) : digits);
    }

    private Optional<String> key(String identity) {
        if (identity.isEmpty()) {
            return Optional.empty();
        }
        byte[] hash = mac().doFinal(identity.getBytes(StandardCharsets.UTF_8));
        return Optional.of(keyId + "_" + Hashes.hex(hash));
    }

    private Mac mac() {
        Mac ready = mac;
        if (ready == null) {
            try {
                ready = Mac.getInstance(ALGORITHM);
                ready.init(new SecretKeySpec(secret, ALGORITHM));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every JVM has " + ALGORITHM, e);
            }
            mac = ready;
        }
        return ready;
    }
}

package org.aeoreach.identity.password;

import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import java.util.Optional;
import org.aeoreach.identity.Token;

/** Login and password, and the browser they were typed in if it brings proof that it is known. */
public class PasswordCredential extends UsernamePasswordCredential {

    private final Optional<Token> device;
    private final String address;

    public PasswordCredential(String login, String password, Optional<Token> device, String address) {
        super(login, password);
        this.device = device;
        this.address = address;
    }

    Optional<Token> device() {
        return device;
    }

    /** Where it came from. */
    String address() {
        return address;
    }
}

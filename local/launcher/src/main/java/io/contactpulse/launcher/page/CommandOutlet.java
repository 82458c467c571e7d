package io.contactpulse.launcher.page;

import java.io.IOException;

/** Where commands go. */
public interface CommandOutlet {
    /** Returns once the command is safe; that it was carried out shows in the alert's row. */
    void send(SupervisorCommand command) throws IOException;
}

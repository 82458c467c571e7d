/** What tests of all jobs share: named instants, record builders and harnesses. Never on a job's class path. */
@NullMarked
package io.contactpulse.testkit;

import org.jspecify.annotations.NullMarked;

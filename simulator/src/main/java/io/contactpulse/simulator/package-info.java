/** Makes the traffic of a contact centre that does not exist: seeded, repeatable, written as Amazon Connect writes it. */
@NullMarked
package io.contactpulse.simulator;

import org.jspecify.annotations.NullMarked;

/** What people and machines are told of an alert, and how other systems read it. */
@NullMarked
package io.contactpulse.agentstatesla.domain.message;

import org.jspecify.annotations.NullMarked;

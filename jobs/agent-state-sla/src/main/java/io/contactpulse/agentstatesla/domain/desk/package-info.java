/** The alert desk: what becomes of a breach once it is noticed, until people know that it is over. */
@NullMarked
package io.contactpulse.agentstatesla.domain.desk;

import org.jspecify.annotations.NullMarked;

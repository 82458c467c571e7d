/** The rules: what a contact was, what a journey was, why it failed. Plain Java. */
@NullMarked
package io.contactpulse.ctrenrichment.domain;

import org.jspecify.annotations.NullMarked;

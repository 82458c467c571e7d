/** Tests of the page. */
@NullMarked
package io.contactpulse.launcher.page;

import org.jspecify.annotations.NullMarked;

package org.aeoreach.library.editing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** When an approved draft is published. @param day at its beginning in Shanghai; none or one that has come: at once */
public record Decision(@Nullable LocalDate day) {}

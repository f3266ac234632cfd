package org.aeoreach.launcher.registry;

import org.jspecify.annotations.Nullable;

/**
 * A unit enterprises are registered with.
 *
 * @param code four digits
 * @param district code of its district
 * @param cityZh what names of enterprises there begin with
 * @param weight share of the enterprises, relative to the others
 */
public record SampleHouse(
        String code,
        String district,
        String cityZh,
        @Nullable String cityEn,
        double weight) {}

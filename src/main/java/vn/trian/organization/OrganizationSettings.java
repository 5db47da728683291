package vn.trian.organization;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What fills an empty installation.
 *
 * @param data     class path location of the offices
 * @param officers class path location of the officers; empty = none are made
 */
@ConfigurationProperties("trian.organization")
public record OrganizationSettings(
    @DefaultValue("reference/offices-lang-son.yaml") String data, @DefaultValue("") String officers) {}

package vn.trian.benefit;

/**
 * A decision put an entitlement into force.
 *
 * @param entitlement the entitlement
 * @param method      BANK or CASH
 * @param account     bank and account number, null for cash
 */
public record BenefitGranted(Entitlement entitlement, String method, String account) {}

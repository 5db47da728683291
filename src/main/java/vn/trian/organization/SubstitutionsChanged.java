package vn.trian.organization;

/** Somebody was entered as a substitute, or a substitution was ended, on this node. */
public record SubstitutionsChanged() {}

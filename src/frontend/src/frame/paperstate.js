/** The checklist as it stands: what the server lists, with the ticks and files of what is being typed. */
export function paperState(listed, typed = []) {
  return listed.map(paper => {
    const before = (typed ?? []).find(candidate => candidate.kind === paper.kind);
    return {
      ...paper,
      files: before?.files ?? paper.files ?? [],
      received: before?.received ?? paper.received ?? false,
      copyKind: before?.copyKind ?? paper.copyKind ?? null,
      quantity: before?.quantity ?? paper.quantity ?? 1,
      // `note` is what the procedure says about the paper; the officer's own words are kept apart
      officerNote: before?.officerNote ?? paper.officerNote ?? ''
    };
  });
}

/** The candidate that needs the fewest edits to become `word`, when that is at most a third of its letters, rounded up. */
export function findNearest(word: string, candidates: readonly string[]): string | undefined {
  let nearest: { candidate: string; edits: number } | undefined;
  for (const candidate of candidates) {
    const edits = countEdits(word.toLowerCase(), candidate.toLowerCase());
    if (nearest === undefined || edits < nearest.edits) nearest = { candidate, edits };
  }
  const limit = Math.max(1, Math.ceil(word.length / 3));
  return nearest !== undefined && nearest.edits <= limit ? nearest.candidate : undefined;
}

/** Levenshtein distance. */
function countEdits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

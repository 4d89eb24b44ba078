import { type FileCommit, listFileCommits } from '#exports/file-commits.ts';
import { labelAgency, writeReceipt } from '#exports/receipt.ts';
import type { ReadReceipt } from './check-receipt.ts';
import { compareValues, type Difference } from './difference.ts';
import type { FoundContent } from './find-content.ts';
import type { ReceiptInputs } from './receipt-schema.ts';
import { scoreItem } from './rescore.ts';

/** Content that receipts are held against. */
export type Content = Extract<FoundContent, { state: 'found' }>;

/** Holds a receipt against what content makes on the receipt's day; the commits too where history is the site's own. */
export function compareWithContent(content: Content, file: string, { inputs, published }: ReadReceipt): Difference[] {
  const { dataset, ledger } = content;
  const item = dataset.indicatorYears.get(inputs.path);
  const calendar = item && dataset.calendars.get(item.year)?.data;
  const ratioUnits = dataset.site?.data.ratioUnits;
  if (item === undefined || calendar === undefined || ratioUnits === undefined) {
    return [{ file, kind: 'not-in-content' }];
  }
  const rules = { calendar, ratioUnits, today: inputs.asOf };
  const own = writeReceipt(scoreItem(item, rules), rules, labelAgency({ dataset }, item.agency, item.year));
  const commits = ledger?.state === 'whole' ? keepCutOff(listFileCommits(ledger, item), inputs) : published.commits;
  // What a file holds: a value that is not there is no key.
  const values = compareValues(published, JSON.parse(JSON.stringify({ ...own, commits })));
  return values.map((value) => ({ file, kind: 'content', ...value }));
}

/** A site of a shallow clone names the oldest commit that it had: nothing tells whether it had no older one. */
function keepCutOff(own: FileCommit[] | undefined, { commits = [] }: ReceiptInputs): object[] | undefined {
  return own?.map((commit) => commits.find(({ file, isCutOff }) => isCutOff && file === commit.file) ?? commit);
}

/** Whether a receipt names a commit that cannot be compared. */
export function isCutOff({ commits = [] }: ReceiptInputs): boolean {
  return commits.some((commit) => commit.isCutOff === true);
}

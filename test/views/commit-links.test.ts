import { describe, expect, test } from 'vitest';
import { getCommitView } from '#views/commit-links.ts';
import { buildCommit } from '../support/build-ledger.ts';
import { thai } from '../support/build-site.ts';

const commit = buildCommit('2024-03-05', { request: 7 });

describe('a commit', () => {
  test.each([
    ['https://github.com/than-thong/kpi', '/commit/', '/pull/7'],
    ['https://github.com/than-thong/kpi.git', '/commit/', '/pull/7'],
    ['https://gitlab.com/than/thong/kpi/', '/-/commit/', '/-/merge_requests/7'],
  ])('of %s leads to itself and to its request', (repository, toCommit, toRequest) => {
    const { href, request } = getCommitView(commit, { repository }, thai);
    const top = repository.replace(/(\.git|\/)$/, '');
    expect(href).toBe(`${top}${toCommit}${commit.id}`);
    expect(request).toEqual({ label: 'คำขอแก้ไข 7', href: `${top}${toRequest}` });
  });

  test.each([undefined, 'https://git.example.org/kpi'])('of the repository %s is named, and leads nowhere', (at) => {
    const repository = at === undefined ? {} : { repository: at };
    expect(getCommitView(commit, repository, thai)).toEqual({
      day: '5 มีนาคม 2567',
      id: commit.id.slice(0, 7),
      anchor: expect.stringContaining(commit.id.slice(0, 7)),
      request: { label: 'คำขอแก้ไข 7' },
    });
  });
});

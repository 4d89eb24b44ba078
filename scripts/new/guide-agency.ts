import type { Content } from '#data/read-content.ts';
import type { Issue } from '#domain/issue.ts';
import { type Fields, formatYaml } from '../write/format-entry.ts';
import { askSlug } from './ask-target.ts';
import { getFieldMessage } from './field-question.ts';
import type { Interview } from './interview.ts';
import { buildPlan, type Plan } from './plan.ts';
import type { Target } from './target.ts';
import { isAt, tryFiles } from './try-files.ts';

/** Asks what an agency's file needs. */
export async function guideAgency(content: Content, target: Target, interview: Interview): Promise<Plan> {
  const { language } = interview;
  let { agency } = target;
  const getFile = () => `agencies/${agency === '' ? 'new' : agency}.yaml`;
  const groups = content.dataset.site?.data.agencyGroups ?? [];
  // Neutral values stand where nothing was answered yet, so that only the answer itself is judged.
  const answers: Fields = { code: '00000000', group: groups[0]?.id, names: [{ name: '–' }] };
  const check = (key: string, fields: Fields): Issue[] =>
    tryFiles(content, [{ file: getFile(), text: formatYaml('agency', { ...answers, ...fields }) }]).filter((issue) =>
      isAt(issue, key),
    );
  const ask = (flag: string, key: string, toFields: (answer: string) => Fields, isOptional = false) =>
    interview.answer({
      flag,
      message: getFieldMessage('agency', key, language),
      isOptional,
      read: (answer) => answer,
      check: (answer) => check(key.split('.')[0] ?? key, toFields(answer)),
    });
  const name = await ask('name', 'names.name', (answer) => ({ names: [{ name: answer }] }));
  const nameEn = await ask('name-en', 'nameEn', (answer) => ({ nameEn: answer }), true);
  if (agency === '')
    agency = (await interview.ask?.text(askSlug(interview.say, 'ask.agency-slug', suggestSlug(nameEn ?? '')))) ?? '';
  const code = await ask('code', 'code', (answer) => ({ code: answer }));
  const group = await interview.answer({
    flag: 'group',
    message: getFieldMessage('agency', 'group', language),
    choices: groups.map((item) => ({
      value: item.id,
      label: `${language === 'th' ? item.name : item.nameEn} (${item.id})`,
    })),
    read: (answer) => answer,
    check: (answer) => check('group', { group: answer }),
  });
  const text = formatYaml('agency', { code, group, names: [{ name }], nameEn });
  return buildPlan({
    files: [{ file: getFile(), text }],
    next: [{ key: 'next.agency', params: { agency } }, { key: 'next.commit' }],
  });
}

/** A folder name from an English name: "Budget Department" is budget-department. */
export function suggestSlug(nameEn: string): string | undefined {
  const slug = nameEn
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return slug === '' ? undefined : slug;
}

import type { Page } from 'playwright-core';

/** A picture of the guide: what is done to come to it from the one before, in one session of the forms. */
export interface Screenshot {
  /** The file: src/pages/_guide/staff/pictures/<name>.png. */
  name: string;
  /** Where it is shown, and what is to be seen. */
  shows: string;
  /** Height in pixels; all are WIDTH wide. */
  height: number;
  /** `site` is the address of the site, with a slash at its end. */
  reach: (page: Page, site: string) => Promise<void>;
}

export const WIDTH = 840;

/** The invented office, indicator and quarter that are reported. */
const [AGENCY, INDICATOR, QUARTER] = ['works', 'ร้อยละของถนนชำรุดที่ซ่อมแล้วเสร็จ', 'ไตรมาส 3'];

export const screenshots: Screenshot[] = [
  {
    name: 'forms-agencies',
    shows: 'form.*.mdx: the list of agencies with a year that is open',
    height: 560,
    reach: async (page, site) => {
      await page.goto(`${site}admin/`);
    },
  },
  {
    name: 'forms-quarters',
    shows: 'form.*.mdx: indicators on the left, quarters of one with the days they are due',
    height: 560,
    reach: async (page, site) => {
      await page.goto(`${site}admin/${AGENCY}/`);
      await page.getByRole('button', { name: 'เข้าสู่ระบบ' }).click();
      await page.getByRole('link', { name: INDICATOR }).first().click();
      await page.getByText(QUARTER).first().waitFor();
    },
  },
  {
    name: 'forms-filled',
    shows: 'form.*.mdx: a report that is filled in and not saved yet',
    height: 640,
    reach: async (page) => {
      await page.getByText(QUARTER).first().click();
      await page.locator('[id^=body-field]').fill('ซ่อมแล้วเสร็จ 143 จุดจาก 200 จุด');
      await page.locator('[id^=submitted-field]').fill('2025-07-08');
      await page.locator('[id^=asOf-field]').fill('2025-06-30');
      await page.locator('[id^=result-field]').fill('71.5');
      // What was filled in last hides its label below the bar at the top.
      await page.mouse.move(WIDTH / 2, 300);
      await page.mouse.wheel(0, -2000);
    },
  },
  {
    name: 'forms-status',
    shows: 'form.*.mdx: after saving, the list of statuses open',
    height: 400,
    reach: async (page) => {
      await page.getByRole('button', { name: 'บันทึก' }).click();
      await page.getByRole('button', { name: /สถานะ/ }).click();
      await page.getByRole('menuitem', { name: 'รอตรวจ' }).waitFor();
    },
  },
  {
    name: 'forms-handed-in',
    shows: 'form.*.mdx: what was handed in, by status',
    height: 560,
    reach: async (page, site) => {
      await page.getByRole('menuitem', { name: 'รอตรวจ' }).click();
      await page.getByRole('button', { name: /สถานะ: รอตรวจ/ }).waitFor();
      await page.goto(`${site}admin/${AGENCY}/#/workflow`);
      await page.getByText(QUARTER).first().waitFor();
    },
  },
];

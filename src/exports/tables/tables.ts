import { agencies } from './agencies.ts';
import { changes } from './changes.ts';
import { corrections } from './corrections.ts';
import { indicators } from './indicators.ts';
import { plan } from './plan.ts';
import { reports } from './reports.ts';
import type { Table } from './table.ts';

/** Every table of the open data, what people look for most first. */
export const TABLES: readonly Table[] = [indicators, reports, agencies, plan, corrections, changes];

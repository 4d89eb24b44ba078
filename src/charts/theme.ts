import type { Tone } from './model.ts';

/** Colours of a drawing: CSS variables in pages, their computed values on canvas, fixed ones in pictures. */
export type Theme = Record<Tone | 'ink' | 'soft' | 'line' | 'paper' | 'forbidden', string>;

/** Follows the page: light, dark, forced colours and paper are the style sheet's. */
export const PAGE_THEME: Theme = {
  good: 'var(--good)',
  fair: 'var(--fair)',
  warn: 'var(--warn)',
  bad: 'var(--bad)',
  odd: 'var(--odd)',
  open: 'var(--open)',
  ink: 'var(--ink)',
  soft: 'var(--ink-soft)',
  line: 'var(--line)',
  paper: 'var(--paper)',
  forbidden: 'var(--forbidden)',
};

/** The light palette as values, for pictures that leave the site. Held equal to tokens.css by a test. */
export const PICTURE_THEME: Theme = {
  good: '#0e6b4a',
  fair: '#1f5fa6',
  warn: '#8a5a00',
  bad: '#a8281f',
  odd: '#6b3d91',
  open: '#5d5850',
  ink: '#1d1c1a',
  soft: '#55514a',
  line: '#d9d4c8',
  paper: '#fbfaf7',
  forbidden: '#f6e4e0',
};

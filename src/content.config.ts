import { defineCollection } from 'astro:content';
import { z } from 'zod';
import { chiwatLoader, type StoredEntry } from '#data/astro-loader.ts';

// The reader holds every entry against the schema of its kind, with places for people; here only the type is told.
export const collections = {
  content: defineCollection({ loader: chiwatLoader(), schema: z.custom<StoredEntry>() }),
};

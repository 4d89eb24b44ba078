import { defineCollection } from 'astro:content';
import { z } from 'zod';
import { chiwatLoader, type StoredItem } from '#data/astro-loader.ts';

// The reader has already held every entry against the schema of its kind, with places for people; here only the type is told.
export const collections = {
  content: defineCollection({ loader: chiwatLoader(), schema: z.custom<StoredItem>() }),
};

import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { transform } from '@astrojs/compiler-rs';
import { experimental_AstroContainer as Container } from 'astro/container';

const FOLDER = resolve(import.meta.dirname, '../../src/components');

/** The HTML of a component of ours, by its name, without a build of a site. Its imports may be types and components only. */
export async function renderComponent(name: string, props: Record<string, unknown>): Promise<string> {
  const { default: component } = await import(/* @vite-ignore */ compile(join(FOLDER, `${name}.astro`)));
  const container = await Container.create();
  return container.renderToString(component, { props });
}

const compiled = new Map<string, string>();

/** The module of a component, as an address that holds it whole. */
function compile(file: string): string {
  const known = compiled.get(file);
  if (known !== undefined) return known;
  const { code } = transform(readFileSync(file, 'utf8'), {
    filename: file,
    internalURL: 'astro/compiler-runtime',
    resolvePath: (path: string) => path,
  });
  const placed = code.replace(/from\s*["']([^"']+)["']/g, (_, name: string) => {
    const address = name.endsWith('.astro') ? compile(join(dirname(file), name)) : import.meta.resolve(name);
    return `from ${JSON.stringify(address)}`;
  });
  const address = `data:text/javascript,${encodeURIComponent(placed)}`;
  compiled.set(file, address);
  return address;
}

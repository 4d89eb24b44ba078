import { siteSchema } from '#domain/schemas/site.ts';

/**
 * The public address: CHIWAT_ADDRESS, so that a deploy can name its host, else the one that `site.yaml` states.
 * Only the host counts; the folder of the host is CHIWAT_BASE.
 */
export function getPublicAddress(setting: string | undefined, stated: string | undefined): string | undefined {
  if (setting === undefined || setting === '') return stated;
  if (!siteSchema.shape.address.safeParse(setting).success) {
    throw new Error(
      `CHIWAT_ADDRESS is "${setting}": write the site's address with https, such as https://kpi.example.org`,
    );
  }
  return setting;
}

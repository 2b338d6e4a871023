/** Everything but the name is the same for every avatar of the forge: all of it is given away under CC0. */
const CC0 = 'https://creativecommons.org/publicdomain/zero/1.0/'

/**
 * Whose avatar it is and what may be done with it. CC0 keeps nothing back, so each permission is the widest.
 *
 * @source VRM Consortium, VRMC_vrm 1.0, meta.
 */
export const metaOf = (name: string, version: number) => ({
  name,
  version: String(version),
  authors: ['Proscenium'],
  licenseUrl: 'https://vrm.dev/licenses/1.0/',
  otherLicenseUrl: CC0,
  avatarPermission: 'everyone',
  allowExcessivelyViolentUsage: true,
  allowExcessivelySexualUsage: true,
  commercialUsage: 'corporation',
  allowPoliticalOrReligiousUsage: true,
  allowAntisocialOrHateUsage: true,
  creditNotation: 'unnecessary',
  allowRedistribution: true,
  modification: 'allowModificationRedistribution',
})

import type { ProtocolFiles } from '@repere/cases';

/** The files with another number where the version names itself: in `protocol.yaml`, and in `of:` of its English. */
export function setVersion(files: ProtocolFiles, version: string): ProtocolFiles {
  const exchange = (path: string, form: RegExp): ProtocolFiles => {
    const text = files[path];
    return text === undefined ? {} : { [path]: text.replace(form, (_, before: string) => before + version) };
  };
  return {
    ...files,
    ...exchange('protocol.yaml', /^(version:\s*)\S+/m),
    ...exchange('en.yaml', /^(of:\s*[\w-]+@)[\d.]+/m),
  };
}

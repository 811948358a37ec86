// What sort of thing a file is, by its extension and by the type its bytes have. Pure tables.

export type Kind =
  "image" | "pdf" | "office" | "text" | "media" | "mail" | "archive" | "executable" | "script" | "macro";

const EXTENSIONS: Record<Kind, string> = {
  image: "jpg jpeg jpe jfif png apng gif webp bmp tif tiff ico heic heif avif jxl psd dng",
  pdf: "pdf",
  office: "doc dot docx dotx xls xlsx xltx ppt pps pptx ppsx potx odt ods odp odg rtf pages numbers key epub",
  text: "txt text csv tsv log md ics vcf json xml yaml yml ini po srt",
  media: "mp3 m4a aac wav ogg oga opus flac amr mp4 m4v mov avi mkv webm mpg mpeg 3gp 3g2 wmv wma aiff",
  mail: "eml msg mbox dat",
  archive: "zip rar 7z gz tgz bz2 tbz xz txz tar cab arj ace lzh lha zst lz z cpio iso img vhd vhdx dmg",
  executable:
    "exe com scr pif msi msp mst msix msixbundle appx dll cpl ocx sys drv jar class apk ipa app pkg deb rpm elf so " +
    "dylib lnk reg gadget inf application appref-ms xpi crx bin run out hlp chm ade adp mde",
  script:
    "bat cmd ps1 psm1 psd1 ps1xml vb vbs vbe js jse mjs cjs ws wsf wsh wsc hta sct sh bash zsh csh command py pyc " +
    "pyw rb pl php phtml phar asp aspx jsp jnlp html htm xhtml xht shtml mht mhtml svg svgz xsl xslt url website " +
    "desktop htaccess htpasswd scpt applescript workflow swf slk iqy library-ms search-ms settingcontent-ms one",
  macro: "docm dotm xlsm xltm xlsb xlam xla pptm potm ppsm ppam sldm",
};

const BY_EXTENSION = new Map(
  Object.entries(EXTENSIONS).flatMap(([kind, list]) =>
    list.split(" ").map((extension) => [extension, kind as Kind] as const),
  ),
);

/** By extension, without its dot; null for one nobody knows. */
export const kindOfExtension = (extension: string): Kind | null => BY_EXTENSION.get(extension) ?? null;

const TYPES: [RegExp, Kind][] = [
  [/macroenabled/, "macro"],
  [
    /^application\/(x-msdownload|x-elf|x-mach-binary|wasm|x-deb|x-rpm|java-archive|java-vm|vnd\.android\.package-archive|x-ms-shortcut|x-ft-apple\.alias|x-ms-regedit|x-xpinstall|x-google-chrome-extension|vnd\.ms-htmlhelp|x-nintendo-nes-rom)$/,
    "executable",
  ],
  [/^(application\/x-shockwave-flash|text\/html|image\/svg\+xml|text\/x-script)$/, "script"],
  [/^application\/pdf$/, "pdf"],
  [/^(application\/vnd\.ms-outlook|message\/rfc822|application\/ms-tnef)$/, "mail"],
  [
    /^application\/(rtf|x-cfb|epub\+zip|vnd\.(openxmlformats|oasis|apple|ms-(word|excel|powerpoint)|visio).*)$/,
    "office",
  ],
  [
    /^application\/(zip|x-tar|x-rar-compressed|gzip|x-bzip2|x-7z-compressed|x-apple-diskimage|x-xz|vnd\.ms-cab-compressed|x-compress|lzip|zstd|x-lz4|x-lzh-compressed|x-arj|x-ace-compressed|x-cpio|x-iso9660-image|x-unix-archive)$/,
    "archive",
  ],
  [/^image\//, "image"],
  [/^(audio|video)\/|^application\/(ogg|vnd\.ms-asf|mxf)$/, "media"],
  [/^text\/|^application\/(xml|json)$/, "text"],
];

/** By the type the bytes have; null for the rest. */
export const kindOfType = (contentType: string): Kind | null =>
  TYPES.find(([pattern]) => pattern.test(contentType))?.[1] ?? null;

const TEXT_TYPES: Record<string, string> = {
  csv: "text/csv",
  tsv: "text/tab-separated-values",
  ics: "text/calendar",
  vcf: "text/vcard",
  md: "text/markdown",
  json: "application/json",
  xml: "application/xml",
  eml: "message/rfc822",
};

/** The type of a file that is text, by its extension. */
export const textTypeOf = (extension: string): string => TEXT_TYPES[extension] ?? "text/plain";

import { useMemo } from "react";
import type { ShownFile } from "../../files/file.ts";
import { useStore } from "../store.ts";
import { dropUpload, NO_UPLOADS, retryUpload, startUpload, uploadsAt, type Upload } from "./upload.ts";

export interface Uploads {
  /** on their way, failed, and images that have come */
  uploads: Upload[];
  busy: boolean;
  failed: boolean;
  attach: (files: File[]) => void;
  startImage: (file: File) => Upload;
  retry: (upload: Upload) => void;
  drop: (upload: Upload) => void;
}

/** The uploads for one place. `onDone` is told of each that has come, also when nobody looks any more. */
export function useUploads(place: string, onDone: (file: ShownFile) => void): Uploads {
  const uploads = useStore(uploadsAt(place), NO_UPLOADS);
  const actions = useMemo(
    () => ({
      attach: (files: File[]) => {
        for (const file of files) startUpload(place, file, { inline: false, onDone });
      },
      startImage: (file: File) => startUpload(place, file, { inline: true, onDone }),
      retry: (upload: Upload) => retryUpload(place, upload, onDone),
      drop: (upload: Upload) => dropUpload(place, upload),
    }),
    [place, onDone],
  );
  return {
    uploads,
    busy: uploads.some(({ state }) => state === "sending"),
    failed: uploads.some(({ state }) => state === "failed"),
    ...actions,
  };
}

// A stand-in for Shopify's theme editor: the settings of app blocks and embeds, read from their schemas, as plain forms.

import { html } from "../mail/html.ts";
import type { Html } from "../mail/html.ts";
import type { AppBlock, BlockSchema, BlockSetting, Settings } from "./app-block.ts";

/** A block as it stands; `on` is null for one that is not an embed. */
export interface Edited {
  block: AppBlock;
  settings: Settings;
  on: boolean | null;
}

/** The panel: one form per block. */
export const editorPanel = (blocks: Edited[], action: string): Html => html`
  <section class="theme-editor" id="theme-editor" aria-labelledby="theme-editor-title">
    <h2 id="theme-editor-title">Theme editor <small>sandbox</small></h2>
    ${blocks.map((edited) => blockForm(edited, action))}
  </section>
`;

const blockForm = ({ block: { name, schema }, settings, on }: Edited, action: string): Html => html`
  <form method="post" action="${action}">
    <input type="hidden" name="block" value="${name}" />
    <h3 class="theme-editor__block">${schema.name}${on !== null && html` <small>app embed</small>`}</h3>
    ${
      on !== null &&
      html`<p class="theme-editor__check">
        <input
          type="checkbox"
          id="${`theme-editor-${name}-on`}"
          name="embed.on"
          ${on && html`checked`}
        /><label for="${`theme-editor-${name}-on`}">On</label>
      </p>`
    }
    ${schema.settings.map((setting) => field(setting, settings))}
    <p class="theme-editor__buttons">
      <button name="do" value="save">Save</button>
      <button name="do" value="reset" class="theme-editor__plain">Back to the defaults</button>
      <a href="?">Close</a>
    </p>
  </form>
`;

/** The settings in a submitted panel, each in the type its schema gives it. */
export function settingsIn(schema: BlockSchema, form: Record<string, unknown>): Settings {
  const settings: Settings = {};
  for (const { id, type } of schema.settings) {
    if (!id) continue;
    const value = String(form[id] ?? "").replace(/\r\n/g, "\n");
    if (type === "checkbox") settings[id] = value === "on";
    else if (type === "range" || type === "number") settings[id] = value === "" ? "" : Number(value);
    else if (type === "color") settings[id] = form[`${id}.set`] === "on" ? value : "";
    else settings[id] = value;
  }
  return settings;
}

function field(setting: BlockSetting, settings: Settings): Html {
  const { type, id, label, info, content } = setting;
  if (type === "header") return html`<h3>${content}</h3>`;
  if (type === "paragraph" || !id) return html`<p class="theme-editor__info">${content}</p>`;
  const value = settings[id] ?? "";
  const box = `theme-editor-${id}`;
  const note = info ? html`<span class="theme-editor__info">${info}</span>` : null;
  if (type === "checkbox") {
    return html`<p class="theme-editor__check">
      <input type="checkbox" id="${box}" name="${id}" ${value === true && html`checked`} /><label for="${box}"
        >${label}</label
      >${note}
    </p>`;
  }
  return html`<p><label for="${box}">${label}</label>${control(setting, box, value)}${note}</p>`;
}

function control(setting: BlockSetting, box: string, value: Settings[string]): Html {
  const { type, id, options = [], min, max, step, unit } = setting;
  if (type === "select" || type === "radio") {
    return html`<select id="${box}" name="${id}">
      ${options.map((option) => html`<option value="${option.value}" ${option.value === value && html`selected`}>${option.label}</option>`)}
    </select>`;
  }
  if (type === "textarea" || type.endsWith("richtext") || type === "html" || type === "liquid") {
    return html`<textarea id="${box}" name="${id}" rows="4">${String(value)}</textarea>`;
  }
  if (type === "range") {
    return html`<span class="theme-editor__range">
      <input
        type="number"
        id="${box}"
        name="${id}"
        value="${String(value)}"
        min="${min}"
        max="${max}"
        step="${step}"
      />
      ${unit}
    </span>`;
  }
  if (type === "color") {
    return html`<span class="theme-editor__range">
      <input type="color" id="${box}" name="${id}" value="${String(value) || "#000000"}" />
      <label><input type="checkbox" name="${id}.set" ${value !== "" && html`checked`} /> use</label>
    </span>`;
  }
  return html`<input
    type="${type === "number" ? "number" : "text"}"
    id="${box}"
    name="${id}"
    value="${String(value)}"
  />`;
}

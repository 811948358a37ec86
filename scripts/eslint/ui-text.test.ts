import { ruleTester } from "./rule-tester.ts";
import { samla } from "./samla.ts";

const errors = [{ messageId: "literal" }];

ruleTester.run("components hold no text of their own", samla.rules["ui-text"], {
  valid: [
    `<Text as="p">{t("inbox.empty")}</Text>`,
    `<Button variant="primary" accessibilityLabel={t("close")} />`,
    `<Text as="span"> · {number}</Text>`,
    "<Text title={`${number} ${name}`} />",
    `<input name="subject" type="text" />`,
    `<meta name="viewport" content="width=device-width" />`,
  ],
  invalid: [
    { code: `<Text as="p">No tickets yet</Text>`, errors },
    { code: `<Button accessibilityLabel="Close" />`, errors },
    { code: `<TextField label={"Reply"} />`, errors },
    { code: "<Page title={`Ticket ${number}`} />", errors },
    { code: `<img alt="Product" />`, errors },
  ],
});

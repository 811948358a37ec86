// Runs in the measured page; stands alone, it is sent over as text.

/** From the next click to the frame in which this ticket's panel says something of its customer, in milliseconds. */
export function notePanel({ number, figures }: { number: string; figures: boolean }): Promise<number> {
  return new Promise((resolve) => {
    const clicked = (event: MouseEvent) => {
      const look = () => {
        const about = document.querySelector('[data-testid="about-ticket"]')?.textContent ?? "";
        // Their orders or what they are worth; `figures`: that alone, which only Shopify knows.
        const said = figures
          ? '[data-testid="lifetime-value"]'
          : '[data-testid="lifetime-value"], [data-testid="order"]';
        const shown = about.includes(number) && document.querySelector(`#ticket-details :is(${said})`);
        if (!shown) return requestAnimationFrame(look);
        // After this frame is on the screen.
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - event.timeStamp)));
      };
      requestAnimationFrame(look);
    };
    window.addEventListener("click", clicked, { once: true, capture: true });
  });
}

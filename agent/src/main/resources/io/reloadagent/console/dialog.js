/** Asks for a reason before anything is done. */

import {byId, el, show} from "./dom.js";

/**
 * Opens the dialog. Answers with `{reason}`, and `sections` if it asked for some; with null when it was left.
 *
 * @param sections names to choose from; null not to ask
 */
export function askReason({title, text, confirm, sections = null}) {
  const dialog = byId("dialog");
  byId("dialog-title").textContent = title;
  byId("dialog-text").textContent = text;
  byId("dialog-ok").textContent = confirm;
  byId("reason").value = "";
  byId("reason-error").textContent = "";
  byId("reason").removeAttribute("aria-invalid");
  show(byId("dialog-more"), sections ? choice(sections) : null);
  return new Promise(resolve => {
    let answer = null;
    byId("dialog-form").onsubmit = event => {
      event.preventDefault();
      answer = read(sections);
      if (answer) {
        dialog.close();
      }
    };
    byId("dialog-cancel").onclick = () => dialog.close();
    dialog.onclose = () => resolve(answer);
    dialog.showModal();
    (sections ? dialog.querySelector("input") : byId("reason")).focus();
  });
}

function choice(sections) {
  return el("fieldset", {}, el("legend", {}, "Sections"),
      ...sections.map(name => el("label", {class: "check"}, el("input", {type: "checkbox", value: name}), el("code", {}, name))));
}

/** Null, with what is missing said, if something is. */
function read(sections) {
  const reason = byId("reason").value.trim();
  const chosen = [...byId("dialog-more").querySelectorAll("input:checked")].map(box => box.value);
  if (sections && chosen.length === 0) {
    return complain("Choose at least one section.");
  }
  if (!reason) {
    byId("reason").setAttribute("aria-invalid", "true");
    byId("reason").focus();
    return complain("Say why, in a few words or a ticket’s number.");
  }
  return {reason, sections: chosen.join(",")};
}

function complain(text) {
  byId("reason-error").textContent = text;
  return null;
}

"""What the user did, in words for *Undo* and *Redo*: one gesture is one undo step."""

from enum import StrEnum

from relationship_journal.i18n import N_


class Gesture(StrEnum):
    """A gesture's value is its English name, the key of its translation."""

    CONTACT_ADDED = N_("Add contact")
    CONTACT_EDITED = N_("Edit contact")
    CONTACT_REMOVED = N_("Remove contact")
    CONTACT_RESTORED = N_("Restore contact")
    TAKEN_BACK = N_("Take back from the trash")
    CONTACT_MERGED = N_("Merge contacts")
    FACET_ADDED = N_("Add facet")
    OCCASION_ADDED = N_("Add occasion")
    ENTRY_KEPT = N_("Keep entry")
    ENTRY_EDITED = N_("Edit entry")
    ENTRY_REMOVED = N_("Remove entry")
    ENTRY_RESTORED = N_("Restore entry")
    FILE_ATTACHED = N_("Attach file")
    FILE_DETACHED = N_("Detach file")
    FAVOUR_ADDED = N_("Add favour")
    FAVOUR_EDITED = N_("Edit favour")
    FAVOUR_MOVED = N_("Move favour to another rung")
    FAVOUR_REMOVED = N_("Remove favour")
    FAVOUR_RESTORED = N_("Restore favour")
    STEP_TAKEN = N_("Take a step")
    STEP_REMOVED = N_("Remove a step")
    COURTESY_ADDED = N_("Record courtesy")
    COURTESY_EDITED = N_("Edit courtesy")
    COURTESY_REMOVED = N_("Remove courtesy")
    COURTESY_RESTORED = N_("Restore courtesy")
    PROFILE_EDITED = N_("Edit profile")
    IDEAS_EDITED = N_("Edit ideas")
    REVIEW_ROW_DEALT = N_("Deal with a row of the review")
    REVIEW_SAVED = N_("Save the review")
    SNOOZED = N_("Snooze")
    PLANNED = N_("Plan for the week")
    SUGGESTION_TAKEN = N_("Take a suggestion")
    SUGGESTION_DISMISSED = N_("Dismiss a suggestion")
    DROPPED = N_("Drop files")
    IMPORTED = N_("Import")
    EXAMPLE_MADE = N_("Make the example journal")

"""The page of the weekly review: its sections, its rows, and the plan that it ends with. METHOD 6."""

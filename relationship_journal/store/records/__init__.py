"""Writing records, one module for each noun: functions on the `Work` of a gesture. What to read stands in `reads`."""

// Made from the .graphql files of apps/api by `npm run codegen`: do not edit.
/** The same as docs/reference/skein-campaign.schema.json. */
export const campaignDocumentSchema = {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "skein-campaign.schema.json",
  "title": "Skein campaign",
  "description": "A campaign as a file, YAML or JSON. The JSON Schema `skein-campaign.schema.json` is made from this type.",
  "type": "object",
  "additionalProperties": false,
  "required": [
    "apiVersion",
    "kind",
    "metadata",
    "spec"
  ],
  "properties": {
    "apiVersion": {
      "description": "Version of the format: `skein/v1`.",
      "const": "skein/v1"
    },
    "kind": {
      "description": "Kind of the document: `Campaign`.",
      "const": "Campaign"
    },
    "metadata": {
      "description": "What it is called.",
      "$ref": "#/$defs/CampaignDocumentMetadataInput"
    },
    "spec": {
      "description": "What the author writes; its `name` is left out, since `metadata` has it.",
      "$ref": "#/$defs/CampaignDocumentSpecInput"
    }
  },
  "$defs": {
    "CampaignDocumentMetadataInput": {
      "description": "What a document is called.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "name"
      ],
      "properties": {
        "name": {
          "description": "Name of the campaign; with it a document finds the campaign that it changes.",
          "type": "string"
        }
      }
    },
    "CampaignDocumentSpecInput": {
      "description": "What the author writes in a document: like `CampaignSpecInput`, with names instead of ids.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "targetProfile"
      ],
      "properties": {
        "targetProfile": {
          "description": "Name of a target profile, and the newest of that name is meant; or the id of one.",
          "type": "string"
        },
        "selector": {
          "description": "Which nodes.",
          "$ref": "#/$defs/DocumentSelectorInput",
          "default": {}
        },
        "waves": {
          "description": "Sizes of the waves; the last one is always `rest`.",
          "type": "array",
          "items": {
            "$ref": "#/$defs/WaveSizeInput"
          },
          "default": [
            {
              "count": 1
            },
            {
              "percent": 10
            },
            {
              "rest": true
            }
          ]
        },
        "gate": {
          "description": "When the next wave may open.",
          "$ref": "#/$defs/GateInput",
          "default": {
            "failurePercentMax": 10,
            "verifiedPercentMin": 90,
            "soakSeconds": 300,
            "firstLook": 5,
            "inconclusiveSecondsMax": 1800,
            "lostMax": 1
          }
        },
        "concurrencyMax": {
          "description": "Runs that hold a lease at the same time.",
          "type": "integer",
          "minimum": -2147483648,
          "maximum": 2147483647,
          "default": 10
        },
        "stagingMax": {
          "description": "Runs being inspected or staged at the same time.",
          "type": "integer",
          "minimum": -2147483648,
          "maximum": 2147483647,
          "default": 20
        },
        "exposureMax": {
          "description": "Nodes changed and not yet soaked.",
          "type": "integer",
          "minimum": -2147483648,
          "maximum": 2147483647,
          "default": 50
        },
        "deadlines": {
          "description": "Time limits.",
          "$ref": "#/$defs/DeadlinesInput",
          "default": {
            "preflight": 300,
            "staging": 3600,
            "drain": 900,
            "apply": 3600,
            "rebootSilence": 240,
            "reboot": 900,
            "verify": 600,
            "restore": 3600
          }
        },
        "hooks": {
          "description": "Name of a hook set of the worker.",
          "type": [
            "string",
            "null"
          ]
        },
        "seed": {
          "description": "Chooses members and their order; the same seed and nodes give the same plan.",
          "type": "integer",
          "minimum": -2147483648,
          "maximum": 2147483647,
          "default": 1
        }
      }
    },
    "DeadlinesInput": {
      "description": "Seconds of observed time for each part of a run.",
      "type": "object",
      "additionalProperties": false,
      "properties": {
        "preflight": {
          "description": "Inspection.",
          "type": "integer",
          "minimum": -2147483648,
          "maximum": 2147483647,
          "default": 300
        },
        "staging": {
          "description": "Fetching packages.",
          "type": "integer",
          "minimum": -2147483648,
          "maximum": 2147483647,
          "default": 3600
        },
        "drain": {
          "description": "Taking traffic away.",
          "type": "integer",
          "minimum": -2147483648,
          "maximum": 2147483647,
          "default": 900
        },
        "apply": {
          "description": "The package transaction.",
          "type": "integer",
          "minimum": -2147483648,
          "maximum": 2147483647,
          "default": 3600
        },
        "rebootSilence": {
          "description": "From the reboot request until silence is worth asking the provider about.",
          "type": "integer",
          "minimum": -2147483648,
          "maximum": 2147483647,
          "default": 240
        },
        "reboot": {
          "description": "The whole reboot.",
          "type": "integer",
          "minimum": -2147483648,
          "maximum": 2147483647,
          "default": 900
        },
        "verify": {
          "description": "Verification.",
          "type": "integer",
          "minimum": -2147483648,
          "maximum": 2147483647,
          "default": 600
        },
        "restore": {
          "description": "Bringing back.",
          "type": "integer",
          "minimum": -2147483648,
          "maximum": 2147483647,
          "default": 3600
        }
      }
    },
    "DocumentSelectorInput": {
      "description": "Which nodes; all given parts must match, and an empty selector means all nodes that are not protected.",
      "type": "object",
      "additionalProperties": false,
      "properties": {
        "nodes": {
          "description": "Host names, or `source/externalId` where a host name is not unique.",
          "type": [
            "array",
            "null"
          ],
          "items": {
            "type": "string"
          }
        },
        "sites": {
          "description": "Names of sites.",
          "type": [
            "array",
            "null"
          ],
          "items": {
            "type": "string"
          }
        },
        "labels": {
          "description": "Nodes with all these labels.",
          "type": [
            "array",
            "null"
          ],
          "items": {
            "$ref": "#/$defs/LabelInput"
          }
        }
      }
    },
    "GateInput": {
      "description": "When the next wave may open.",
      "type": "object",
      "additionalProperties": false,
      "properties": {
        "failurePercentMax": {
          "description": "Percent of a wave's members whose failures stop the campaign: `max(1, floor(p·n/100))`.",
          "type": "number",
          "default": 10
        },
        "verifiedPercentMin": {
          "description": "Percent of a wave's members that must be verified and soaked: `ceil(q·n/100)`.",
          "type": "number",
          "default": 90
        },
        "soakSeconds": {
          "description": "Seconds of good observations per run.",
          "type": "integer",
          "minimum": -2147483648,
          "maximum": 2147483647,
          "default": 300
        },
        "firstLook": {
          "description": "Runs that may hold a permit until the first has verified.",
          "type": "integer",
          "minimum": -2147483648,
          "maximum": 2147483647,
          "default": 5
        },
        "inconclusiveSecondsMax": {
          "description": "Seconds that a gate may stay inconclusive before the campaign pauses.",
          "type": "integer",
          "minimum": -2147483648,
          "maximum": 2147483647,
          "default": 1800
        },
        "lostMax": {
          "description": "Quarantined nodes that halt the campaign.",
          "type": "integer",
          "minimum": -2147483648,
          "maximum": 2147483647,
          "default": 1
        }
      }
    },
    "LabelInput": {
      "description": "A label to match.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "key",
        "value"
      ],
      "properties": {
        "key": {
          "description": "Key.",
          "type": "string"
        },
        "value": {
          "description": "Value.",
          "type": "string"
        }
      }
    },
    "WaveSizeInput": {
      "description": "Size of a wave.",
      "type": "object",
      "additionalProperties": false,
      "oneOf": [
        {
          "required": [
            "count"
          ]
        },
        {
          "required": [
            "percent"
          ]
        },
        {
          "required": [
            "rest"
          ]
        }
      ],
      "properties": {
        "count": {
          "description": "So many nodes.",
          "type": "integer",
          "minimum": -2147483648,
          "maximum": 2147483647
        },
        "percent": {
          "description": "So many percent of all members.",
          "type": "integer",
          "minimum": -2147483648,
          "maximum": 2147483647
        },
        "rest": {
          "description": "All that are left; must be true, and the last wave must have it.",
          "type": "boolean"
        }
      }
    }
  }
} as const;

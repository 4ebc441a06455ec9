// Generated from the contract; never edited by hand.
var __commonJSMin = (cb, mod) => () => (mod || (cb((mod = { exports: {} }).exports, mod, mod.exports), cb = null), mod.exports);
var require_ucs2length = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	function ucs2length(str) {
		const len = str.length;
		let length = 0;
		let pos = 0;
		let value;
		while (pos < len) {
			length++;
			value = str.charCodeAt(pos++);
			if (value >= 55296 && value <= 56319 && pos < len) {
				value = str.charCodeAt(pos);
				if ((value & 64512) === 56320) pos++;
			}
		}
		return length;
	}
	exports.default = ucs2length;
	ucs2length.code = "require(\"ajv/dist/runtime/ucs2length\").default";
}));
var check0 = validate21;
var schema7 = {
	"properties": {
		"topic": { "type": "string" },
		"state": {
			"enum": [
				"live",
				"stale",
				"ended"
			],
			"type": "string"
		},
		"code": { "type": "string" },
		"message": { "type": "string" },
		"temporary": { "type": "boolean" }
	},
	"required": ["topic", "state"],
	"type": "object",
	"$id": "StatusPayload"
};
function validate22(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		let missing0;
		if (data.topic === void 0 && (missing0 = "topic") || data.state === void 0 && (missing0 = "state")) {
			validate22.errors = [{
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: missing0 }
			}];
			return false;
		} else {
			if (data.topic !== void 0) {
				if (typeof data.topic !== "string") {
					validate22.errors = [{
						instancePath: instancePath + "/topic",
						schemaPath: "#/properties/topic/type",
						keyword: "type",
						params: { type: "string" }
					}];
					return false;
				}
				var valid0 = true;
			} else var valid0 = true;
			if (valid0) {
				if (data.state !== void 0) {
					let data1 = data.state;
					if (typeof data1 !== "string") {
						validate22.errors = [{
							instancePath: instancePath + "/state",
							schemaPath: "#/properties/state/type",
							keyword: "type",
							params: { type: "string" }
						}];
						return false;
					}
					if (!(data1 === "live" || data1 === "stale" || data1 === "ended")) {
						validate22.errors = [{
							instancePath: instancePath + "/state",
							schemaPath: "#/properties/state/enum",
							keyword: "enum",
							params: { allowedValues: schema7.properties.state.enum }
						}];
						return false;
					}
					var valid0 = true;
				} else var valid0 = true;
				if (valid0) {
					if (data.code !== void 0) {
						if (typeof data.code !== "string") {
							validate22.errors = [{
								instancePath: instancePath + "/code",
								schemaPath: "#/properties/code/type",
								keyword: "type",
								params: { type: "string" }
							}];
							return false;
						}
						var valid0 = true;
					} else var valid0 = true;
					if (valid0) {
						if (data.message !== void 0) {
							if (typeof data.message !== "string") {
								validate22.errors = [{
									instancePath: instancePath + "/message",
									schemaPath: "#/properties/message/type",
									keyword: "type",
									params: { type: "string" }
								}];
								return false;
							}
							var valid0 = true;
						} else var valid0 = true;
						if (valid0) {
							if (data.temporary !== void 0) {
								if (typeof data.temporary !== "boolean") {
									validate22.errors = [{
										instancePath: instancePath + "/temporary",
										schemaPath: "#/properties/temporary/type",
										keyword: "type",
										params: { type: "boolean" }
									}];
									return false;
								}
								var valid0 = true;
							} else var valid0 = true;
						}
					}
				}
			}
		}
	} else {
		validate22.errors = [{
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" }
		}];
		return false;
	}
	validate22.errors = vErrors;
	return true;
}
function validate21(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (errors === 0) {
		if (data && typeof data == "object" && !Array.isArray(data)) {
			let missing0;
			if (data.type === void 0 && (missing0 = "type") || data.payload === void 0 && (missing0 = "payload")) {
				validate21.errors = [{
					instancePath,
					schemaPath: "#/required",
					keyword: "required",
					params: { missingProperty: missing0 }
				}];
				return false;
			} else if (data.payload !== void 0) {
				if (!validate22(data.payload, {
					instancePath: instancePath + "/payload",
					parentData: data,
					parentDataProperty: "payload",
					rootData
				})) {
					vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
					errors = vErrors.length;
				}
			}
		} else {
			validate21.errors = [{
				instancePath,
				schemaPath: "#/type",
				keyword: "type",
				params: { type: "object" }
			}];
			return false;
		}
	}
	validate21.errors = vErrors;
	return errors === 0;
}
var check1 = validate24;
var func2 = require_ucs2length().default;
function validate25(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	const _errs0 = errors;
	let valid0 = false;
	const _errs1 = errors;
	if (errors === _errs1) {
		if (typeof data === "string") {
			if (func2(data) > 64) {
				const err0 = {
					instancePath,
					schemaPath: "#/anyOf/0/maxLength",
					keyword: "maxLength",
					params: { limit: 64 }
				};
				if (vErrors === null) vErrors = [err0];
				else vErrors.push(err0);
				errors++;
			}
		} else {
			const err1 = {
				instancePath,
				schemaPath: "#/anyOf/0/type",
				keyword: "type",
				params: { type: "string" }
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
	}
	var _valid0 = _errs1 === errors;
	valid0 = valid0 || _valid0;
	if (!valid0) {
		const _errs3 = errors;
		if (!(typeof data == "number" && !(data % 1) && !isNaN(data))) {
			const err2 = {
				instancePath,
				schemaPath: "#/anyOf/1/type",
				keyword: "type",
				params: { type: "integer" }
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
		if (errors === _errs3) {
			if (typeof data == "number") {
				if (data > 9007199254740992 || isNaN(data)) {
					const err3 = {
						instancePath,
						schemaPath: "#/anyOf/1/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 9007199254740992
						}
					};
					if (vErrors === null) vErrors = [err3];
					else vErrors.push(err3);
					errors++;
				} else if (data < -9007199254740992 || isNaN(data)) {
					const err4 = {
						instancePath,
						schemaPath: "#/anyOf/1/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: -9007199254740992
						}
					};
					if (vErrors === null) vErrors = [err4];
					else vErrors.push(err4);
					errors++;
				}
			}
		}
		var _valid0 = _errs3 === errors;
		valid0 = valid0 || _valid0;
	}
	if (!valid0) {
		const err5 = {
			instancePath,
			schemaPath: "#/anyOf",
			keyword: "anyOf",
			params: {}
		};
		if (vErrors === null) vErrors = [err5];
		else vErrors.push(err5);
		errors++;
		validate25.errors = vErrors;
		return false;
	} else {
		errors = _errs0;
		if (vErrors !== null) {
			if (_errs0) vErrors.length = _errs0;
			else vErrors = null;
		}
	}
	validate25.errors = vErrors;
	return errors === 0;
}
var schema10 = {
	"properties": {
		"status": {
			"const": "ok",
			"type": "string"
		},
		"message": { "type": "string" },
		"topic": { "type": "string" },
		"delivery": {
			"enum": [
				"latest",
				"recent",
				"lossless"
			],
			"type": "string"
		},
		"epoch": { "type": "string" },
		"seq": { "type": "integer" },
		"snapshot": { "type": "integer" },
		"recovered": { "type": "boolean" },
		"held": { "type": "boolean" }
	},
	"required": [
		"status",
		"message",
		"topic",
		"delivery",
		"epoch",
		"seq",
		"snapshot",
		"recovered",
		"held"
	],
	"type": "object",
	"$id": "SubscribeOk"
};
function validate27(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		let missing0;
		if (data.status === void 0 && (missing0 = "status") || data.message === void 0 && (missing0 = "message") || data.topic === void 0 && (missing0 = "topic") || data.delivery === void 0 && (missing0 = "delivery") || data.epoch === void 0 && (missing0 = "epoch") || data.seq === void 0 && (missing0 = "seq") || data.snapshot === void 0 && (missing0 = "snapshot") || data.recovered === void 0 && (missing0 = "recovered") || data.held === void 0 && (missing0 = "held")) {
			validate27.errors = [{
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: missing0 }
			}];
			return false;
		} else {
			if (data.status !== void 0) {
				let data0 = data.status;
				if (typeof data0 !== "string") {
					validate27.errors = [{
						instancePath: instancePath + "/status",
						schemaPath: "#/properties/status/type",
						keyword: "type",
						params: { type: "string" }
					}];
					return false;
				}
				if ("ok" !== data0) {
					validate27.errors = [{
						instancePath: instancePath + "/status",
						schemaPath: "#/properties/status/const",
						keyword: "const",
						params: { allowedValue: "ok" }
					}];
					return false;
				}
				var valid0 = true;
			} else var valid0 = true;
			if (valid0) {
				if (data.message !== void 0) {
					if (typeof data.message !== "string") {
						validate27.errors = [{
							instancePath: instancePath + "/message",
							schemaPath: "#/properties/message/type",
							keyword: "type",
							params: { type: "string" }
						}];
						return false;
					}
					var valid0 = true;
				} else var valid0 = true;
				if (valid0) {
					if (data.topic !== void 0) {
						if (typeof data.topic !== "string") {
							validate27.errors = [{
								instancePath: instancePath + "/topic",
								schemaPath: "#/properties/topic/type",
								keyword: "type",
								params: { type: "string" }
							}];
							return false;
						}
						var valid0 = true;
					} else var valid0 = true;
					if (valid0) {
						if (data.delivery !== void 0) {
							let data3 = data.delivery;
							if (typeof data3 !== "string") {
								validate27.errors = [{
									instancePath: instancePath + "/delivery",
									schemaPath: "#/properties/delivery/type",
									keyword: "type",
									params: { type: "string" }
								}];
								return false;
							}
							if (!(data3 === "latest" || data3 === "recent" || data3 === "lossless")) {
								validate27.errors = [{
									instancePath: instancePath + "/delivery",
									schemaPath: "#/properties/delivery/enum",
									keyword: "enum",
									params: { allowedValues: schema10.properties.delivery.enum }
								}];
								return false;
							}
							var valid0 = true;
						} else var valid0 = true;
						if (valid0) {
							if (data.epoch !== void 0) {
								if (typeof data.epoch !== "string") {
									validate27.errors = [{
										instancePath: instancePath + "/epoch",
										schemaPath: "#/properties/epoch/type",
										keyword: "type",
										params: { type: "string" }
									}];
									return false;
								}
								var valid0 = true;
							} else var valid0 = true;
							if (valid0) {
								if (data.seq !== void 0) {
									let data5 = data.seq;
									if (!(typeof data5 == "number" && !(data5 % 1) && !isNaN(data5))) {
										validate27.errors = [{
											instancePath: instancePath + "/seq",
											schemaPath: "#/properties/seq/type",
											keyword: "type",
											params: { type: "integer" }
										}];
										return false;
									}
									var valid0 = true;
								} else var valid0 = true;
								if (valid0) {
									if (data.snapshot !== void 0) {
										let data6 = data.snapshot;
										if (!(typeof data6 == "number" && !(data6 % 1) && !isNaN(data6))) {
											validate27.errors = [{
												instancePath: instancePath + "/snapshot",
												schemaPath: "#/properties/snapshot/type",
												keyword: "type",
												params: { type: "integer" }
											}];
											return false;
										}
										var valid0 = true;
									} else var valid0 = true;
									if (valid0) {
										if (data.recovered !== void 0) {
											if (typeof data.recovered !== "boolean") {
												validate27.errors = [{
													instancePath: instancePath + "/recovered",
													schemaPath: "#/properties/recovered/type",
													keyword: "type",
													params: { type: "boolean" }
												}];
												return false;
											}
											var valid0 = true;
										} else var valid0 = true;
										if (valid0) {
											if (data.held !== void 0) {
												if (typeof data.held !== "boolean") {
													validate27.errors = [{
														instancePath: instancePath + "/held",
														schemaPath: "#/properties/held/type",
														keyword: "type",
														params: { type: "boolean" }
													}];
													return false;
												}
												var valid0 = true;
											} else var valid0 = true;
										}
									}
								}
							}
						}
					}
				}
			}
		}
	} else {
		validate27.errors = [{
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" }
		}];
		return false;
	}
	validate27.errors = vErrors;
	return true;
}
function validate29(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		let missing0;
		if (data.status === void 0 && (missing0 = "status") || data.code === void 0 && (missing0 = "code") || data.message === void 0 && (missing0 = "message") || data.temporary === void 0 && (missing0 = "temporary")) {
			validate29.errors = [{
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: missing0 }
			}];
			return false;
		} else {
			if (data.status !== void 0) {
				let data0 = data.status;
				if (typeof data0 !== "string") {
					validate29.errors = [{
						instancePath: instancePath + "/status",
						schemaPath: "#/properties/status/type",
						keyword: "type",
						params: { type: "string" }
					}];
					return false;
				}
				if ("error" !== data0) {
					validate29.errors = [{
						instancePath: instancePath + "/status",
						schemaPath: "#/properties/status/const",
						keyword: "const",
						params: { allowedValue: "error" }
					}];
					return false;
				}
				var valid0 = true;
			} else var valid0 = true;
			if (valid0) {
				if (data.code !== void 0) {
					if (typeof data.code !== "string") {
						validate29.errors = [{
							instancePath: instancePath + "/code",
							schemaPath: "#/properties/code/type",
							keyword: "type",
							params: { type: "string" }
						}];
						return false;
					}
					var valid0 = true;
				} else var valid0 = true;
				if (valid0) {
					if (data.message !== void 0) {
						if (typeof data.message !== "string") {
							validate29.errors = [{
								instancePath: instancePath + "/message",
								schemaPath: "#/properties/message/type",
								keyword: "type",
								params: { type: "string" }
							}];
							return false;
						}
						var valid0 = true;
					} else var valid0 = true;
					if (valid0) {
						if (data.temporary !== void 0) {
							if (typeof data.temporary !== "boolean") {
								validate29.errors = [{
									instancePath: instancePath + "/temporary",
									schemaPath: "#/properties/temporary/type",
									keyword: "type",
									params: { type: "boolean" }
								}];
								return false;
							}
							var valid0 = true;
						} else var valid0 = true;
						if (valid0) {
							if (data.topic !== void 0) {
								if (typeof data.topic !== "string") {
									validate29.errors = [{
										instancePath: instancePath + "/topic",
										schemaPath: "#/properties/topic/type",
										keyword: "type",
										params: { type: "string" }
									}];
									return false;
								}
								var valid0 = true;
							} else var valid0 = true;
						}
					}
				}
			}
		}
	} else {
		validate29.errors = [{
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" }
		}];
		return false;
	}
	validate29.errors = vErrors;
	return true;
}
function validate24(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (errors === 0) {
		if (data && typeof data == "object" && !Array.isArray(data)) {
			let missing0;
			if (data.type === void 0 && (missing0 = "type") || data.payload === void 0 && (missing0 = "payload")) {
				validate24.errors = [{
					instancePath,
					schemaPath: "#/required",
					keyword: "required",
					params: { missingProperty: missing0 }
				}];
				return false;
			} else {
				if (data.id !== void 0) {
					const _errs1 = errors;
					if (!validate25(data.id, {
						instancePath: instancePath + "/id",
						parentData: data,
						parentDataProperty: "id",
						rootData
					})) {
						vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
						errors = vErrors.length;
					}
					var valid0 = _errs1 === errors;
				} else var valid0 = true;
				if (valid0) {
					if (data.payload !== void 0) {
						let data1 = data.payload;
						const _errs2 = errors;
						const _errs3 = errors;
						let valid1 = false;
						let passing0 = null;
						const _errs4 = errors;
						if (!validate27(data1, {
							instancePath: instancePath + "/payload",
							parentData: data,
							parentDataProperty: "payload",
							rootData
						})) {
							vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
							errors = vErrors.length;
						}
						var _valid0 = _errs4 === errors;
						if (_valid0) {
							valid1 = true;
							passing0 = 0;
						}
						const _errs5 = errors;
						if (!validate29(data1, {
							instancePath: instancePath + "/payload",
							parentData: data,
							parentDataProperty: "payload",
							rootData
						})) {
							vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
							errors = vErrors.length;
						}
						var _valid0 = _errs5 === errors;
						if (_valid0 && valid1) {
							valid1 = false;
							passing0 = [passing0, 1];
						} else if (_valid0) {
							valid1 = true;
							passing0 = 1;
						}
						if (!valid1) {
							const err0 = {
								instancePath: instancePath + "/payload",
								schemaPath: "#/properties/payload/oneOf",
								keyword: "oneOf",
								params: { passingSchemas: passing0 }
							};
							if (vErrors === null) vErrors = [err0];
							else vErrors.push(err0);
							errors++;
							validate24.errors = vErrors;
							return false;
						} else {
							errors = _errs3;
							if (vErrors !== null) {
								if (_errs3) vErrors.length = _errs3;
								else vErrors = null;
							}
						}
						var valid0 = _errs2 === errors;
					} else var valid0 = true;
				}
			}
		} else {
			validate24.errors = [{
				instancePath,
				schemaPath: "#/type",
				keyword: "type",
				params: { type: "object" }
			}];
			return false;
		}
	}
	validate24.errors = vErrors;
	return errors === 0;
}
var check2 = validate31;
function validate33(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		let missing0;
		if (data.status === void 0 && (missing0 = "status") || data.message === void 0 && (missing0 = "message") || data.topic === void 0 && (missing0 = "topic")) {
			validate33.errors = [{
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: missing0 }
			}];
			return false;
		} else {
			if (data.status !== void 0) {
				let data0 = data.status;
				if (typeof data0 !== "string") {
					validate33.errors = [{
						instancePath: instancePath + "/status",
						schemaPath: "#/properties/status/type",
						keyword: "type",
						params: { type: "string" }
					}];
					return false;
				}
				if ("ok" !== data0) {
					validate33.errors = [{
						instancePath: instancePath + "/status",
						schemaPath: "#/properties/status/const",
						keyword: "const",
						params: { allowedValue: "ok" }
					}];
					return false;
				}
				var valid0 = true;
			} else var valid0 = true;
			if (valid0) {
				if (data.message !== void 0) {
					if (typeof data.message !== "string") {
						validate33.errors = [{
							instancePath: instancePath + "/message",
							schemaPath: "#/properties/message/type",
							keyword: "type",
							params: { type: "string" }
						}];
						return false;
					}
					var valid0 = true;
				} else var valid0 = true;
				if (valid0) {
					if (data.topic !== void 0) {
						if (typeof data.topic !== "string") {
							validate33.errors = [{
								instancePath: instancePath + "/topic",
								schemaPath: "#/properties/topic/type",
								keyword: "type",
								params: { type: "string" }
							}];
							return false;
						}
						var valid0 = true;
					} else var valid0 = true;
				}
			}
		}
	} else {
		validate33.errors = [{
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" }
		}];
		return false;
	}
	validate33.errors = vErrors;
	return true;
}
function validate31(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (errors === 0) {
		if (data && typeof data == "object" && !Array.isArray(data)) {
			let missing0;
			if (data.type === void 0 && (missing0 = "type") || data.payload === void 0 && (missing0 = "payload")) {
				validate31.errors = [{
					instancePath,
					schemaPath: "#/required",
					keyword: "required",
					params: { missingProperty: missing0 }
				}];
				return false;
			} else {
				if (data.id !== void 0) {
					const _errs1 = errors;
					if (!validate25(data.id, {
						instancePath: instancePath + "/id",
						parentData: data,
						parentDataProperty: "id",
						rootData
					})) {
						vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
						errors = vErrors.length;
					}
					var valid0 = _errs1 === errors;
				} else var valid0 = true;
				if (valid0) {
					if (data.payload !== void 0) {
						let data1 = data.payload;
						const _errs2 = errors;
						const _errs3 = errors;
						let valid1 = false;
						let passing0 = null;
						const _errs4 = errors;
						if (!validate33(data1, {
							instancePath: instancePath + "/payload",
							parentData: data,
							parentDataProperty: "payload",
							rootData
						})) {
							vErrors = vErrors === null ? validate33.errors : vErrors.concat(validate33.errors);
							errors = vErrors.length;
						}
						var _valid0 = _errs4 === errors;
						if (_valid0) {
							valid1 = true;
							passing0 = 0;
						}
						const _errs5 = errors;
						if (!validate29(data1, {
							instancePath: instancePath + "/payload",
							parentData: data,
							parentDataProperty: "payload",
							rootData
						})) {
							vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
							errors = vErrors.length;
						}
						var _valid0 = _errs5 === errors;
						if (_valid0 && valid1) {
							valid1 = false;
							passing0 = [passing0, 1];
						} else if (_valid0) {
							valid1 = true;
							passing0 = 1;
						}
						if (!valid1) {
							const err0 = {
								instancePath: instancePath + "/payload",
								schemaPath: "#/properties/payload/oneOf",
								keyword: "oneOf",
								params: { passingSchemas: passing0 }
							};
							if (vErrors === null) vErrors = [err0];
							else vErrors.push(err0);
							errors++;
							validate31.errors = vErrors;
							return false;
						} else {
							errors = _errs3;
							if (vErrors !== null) {
								if (_errs3) vErrors.length = _errs3;
								else vErrors = null;
							}
						}
						var valid0 = _errs2 === errors;
					} else var valid0 = true;
				}
			}
		} else {
			validate31.errors = [{
				instancePath,
				schemaPath: "#/type",
				keyword: "type",
				params: { type: "object" }
			}];
			return false;
		}
	}
	validate31.errors = vErrors;
	return errors === 0;
}
var check3 = validate36;
function validate37(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		let missing0;
		if (data.time === void 0 && (missing0 = "time") || data.open === void 0 && (missing0 = "open") || data.high === void 0 && (missing0 = "high") || data.low === void 0 && (missing0 = "low") || data.close === void 0 && (missing0 = "close") || data.volume === void 0 && (missing0 = "volume")) {
			validate37.errors = [{
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: missing0 }
			}];
			return false;
		} else {
			if (data.time !== void 0) {
				let data0 = data.time;
				if (!(typeof data0 == "number" && !(data0 % 1) && !isNaN(data0))) {
					validate37.errors = [{
						instancePath: instancePath + "/time",
						schemaPath: "#/properties/time/type",
						keyword: "type",
						params: { type: "integer" }
					}];
					return false;
				}
				if (typeof data0 == "number") {
					if (data0 > 9007199254740991 || isNaN(data0)) {
						validate37.errors = [{
							instancePath: instancePath + "/time",
							schemaPath: "#/properties/time/maximum",
							keyword: "maximum",
							params: {
								comparison: "<=",
								limit: 9007199254740991
							}
						}];
						return false;
					} else if (data0 < 0 || isNaN(data0)) {
						validate37.errors = [{
							instancePath: instancePath + "/time",
							schemaPath: "#/properties/time/minimum",
							keyword: "minimum",
							params: {
								comparison: ">=",
								limit: 0
							}
						}];
						return false;
					}
				}
				var valid0 = true;
			} else var valid0 = true;
			if (valid0) {
				if (data.open !== void 0) {
					if (!(typeof data.open == "number")) {
						validate37.errors = [{
							instancePath: instancePath + "/open",
							schemaPath: "#/properties/open/type",
							keyword: "type",
							params: { type: "number" }
						}];
						return false;
					}
					var valid0 = true;
				} else var valid0 = true;
				if (valid0) {
					if (data.high !== void 0) {
						if (!(typeof data.high == "number")) {
							validate37.errors = [{
								instancePath: instancePath + "/high",
								schemaPath: "#/properties/high/type",
								keyword: "type",
								params: { type: "number" }
							}];
							return false;
						}
						var valid0 = true;
					} else var valid0 = true;
					if (valid0) {
						if (data.low !== void 0) {
							if (!(typeof data.low == "number")) {
								validate37.errors = [{
									instancePath: instancePath + "/low",
									schemaPath: "#/properties/low/type",
									keyword: "type",
									params: { type: "number" }
								}];
								return false;
							}
							var valid0 = true;
						} else var valid0 = true;
						if (valid0) {
							if (data.close !== void 0) {
								if (!(typeof data.close == "number")) {
									validate37.errors = [{
										instancePath: instancePath + "/close",
										schemaPath: "#/properties/close/type",
										keyword: "type",
										params: { type: "number" }
									}];
									return false;
								}
								var valid0 = true;
							} else var valid0 = true;
							if (valid0) {
								if (data.volume !== void 0) {
									if (!(typeof data.volume == "number")) {
										validate37.errors = [{
											instancePath: instancePath + "/volume",
											schemaPath: "#/properties/volume/type",
											keyword: "type",
											params: { type: "number" }
										}];
										return false;
									}
									var valid0 = true;
								} else var valid0 = true;
							}
						}
					}
				}
			}
		}
	} else {
		validate37.errors = [{
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" }
		}];
		return false;
	}
	validate37.errors = vErrors;
	return true;
}
function validate36(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (errors === 0) {
		if (data && typeof data == "object" && !Array.isArray(data)) {
			let missing0;
			if (data.type === void 0 && (missing0 = "type") || data.payload === void 0 && (missing0 = "payload")) {
				validate36.errors = [{
					instancePath,
					schemaPath: "#/required",
					keyword: "required",
					params: { missingProperty: missing0 }
				}];
				return false;
			} else if (data.payload !== void 0) {
				let data0 = data.payload;
				if (errors === errors) {
					if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
						let missing1;
						if (data0.topic === void 0 && (missing1 = "topic") || data0.payload === void 0 && (missing1 = "payload") || data0.seq === void 0 && (missing1 = "seq") || data0.ts === void 0 && (missing1 = "ts")) {
							validate36.errors = [{
								instancePath: instancePath + "/payload",
								schemaPath: "#/properties/payload/required",
								keyword: "required",
								params: { missingProperty: missing1 }
							}];
							return false;
						} else {
							if (data0.topic !== void 0) {
								const _errs3 = errors;
								if (typeof data0.topic !== "string") {
									validate36.errors = [{
										instancePath: instancePath + "/payload/topic",
										schemaPath: "#/properties/payload/properties/topic/type",
										keyword: "type",
										params: { type: "string" }
									}];
									return false;
								}
								var valid1 = _errs3 === errors;
							} else var valid1 = true;
							if (valid1) {
								if (data0.payload !== void 0) {
									const _errs5 = errors;
									if (!validate37(data0.payload, {
										instancePath: instancePath + "/payload/payload",
										parentData: data0,
										parentDataProperty: "payload",
										rootData
									})) {
										vErrors = vErrors === null ? validate37.errors : vErrors.concat(validate37.errors);
										errors = vErrors.length;
									}
									var valid1 = _errs5 === errors;
								} else var valid1 = true;
								if (valid1) {
									if (data0.seq !== void 0) {
										let data3 = data0.seq;
										const _errs6 = errors;
										if (!(typeof data3 == "number" && !(data3 % 1) && !isNaN(data3))) {
											validate36.errors = [{
												instancePath: instancePath + "/payload/seq",
												schemaPath: "#/properties/payload/properties/seq/type",
												keyword: "type",
												params: { type: "integer" }
											}];
											return false;
										}
										if (errors === _errs6) {
											if (typeof data3 == "number") {
												if (data3 > 9007199254740991 || isNaN(data3)) {
													validate36.errors = [{
														instancePath: instancePath + "/payload/seq",
														schemaPath: "#/properties/payload/properties/seq/maximum",
														keyword: "maximum",
														params: {
															comparison: "<=",
															limit: 9007199254740991
														}
													}];
													return false;
												} else if (data3 < 0 || isNaN(data3)) {
													validate36.errors = [{
														instancePath: instancePath + "/payload/seq",
														schemaPath: "#/properties/payload/properties/seq/minimum",
														keyword: "minimum",
														params: {
															comparison: ">=",
															limit: 0
														}
													}];
													return false;
												}
											}
										}
										var valid1 = _errs6 === errors;
									} else var valid1 = true;
									if (valid1) {
										if (data0.ts !== void 0) {
											let data4 = data0.ts;
											const _errs8 = errors;
											if (!(typeof data4 == "number" && !(data4 % 1) && !isNaN(data4))) {
												validate36.errors = [{
													instancePath: instancePath + "/payload/ts",
													schemaPath: "#/properties/payload/properties/ts/type",
													keyword: "type",
													params: { type: "integer" }
												}];
												return false;
											}
											if (errors === _errs8) {
												if (typeof data4 == "number") {
													if (data4 > 9007199254740991 || isNaN(data4)) {
														validate36.errors = [{
															instancePath: instancePath + "/payload/ts",
															schemaPath: "#/properties/payload/properties/ts/maximum",
															keyword: "maximum",
															params: {
																comparison: "<=",
																limit: 9007199254740991
															}
														}];
														return false;
													} else if (data4 < 0 || isNaN(data4)) {
														validate36.errors = [{
															instancePath: instancePath + "/payload/ts",
															schemaPath: "#/properties/payload/properties/ts/minimum",
															keyword: "minimum",
															params: {
																comparison: ">=",
																limit: 0
															}
														}];
														return false;
													}
												}
											}
											var valid1 = _errs8 === errors;
										} else var valid1 = true;
										if (valid1) {
											if (data0.step !== void 0) {
												let data5 = data0.step;
												const _errs10 = errors;
												if (!(typeof data5 == "number" && !(data5 % 1) && !isNaN(data5))) {
													validate36.errors = [{
														instancePath: instancePath + "/payload/step",
														schemaPath: "#/properties/payload/properties/step/type",
														keyword: "type",
														params: { type: "integer" }
													}];
													return false;
												}
												if (errors === _errs10) {
													if (typeof data5 == "number") {
														if (data5 > 9007199254740991 || isNaN(data5)) {
															validate36.errors = [{
																instancePath: instancePath + "/payload/step",
																schemaPath: "#/properties/payload/properties/step/maximum",
																keyword: "maximum",
																params: {
																	comparison: "<=",
																	limit: 9007199254740991
																}
															}];
															return false;
														} else if (data5 < 0 || isNaN(data5)) {
															validate36.errors = [{
																instancePath: instancePath + "/payload/step",
																schemaPath: "#/properties/payload/properties/step/minimum",
																keyword: "minimum",
																params: {
																	comparison: ">=",
																	limit: 0
																}
															}];
															return false;
														}
													}
												}
												var valid1 = _errs10 === errors;
											} else var valid1 = true;
											if (valid1) {
												if (data0.snapshot !== void 0) {
													let data6 = data0.snapshot;
													const _errs12 = errors;
													if (typeof data6 !== "boolean") {
														validate36.errors = [{
															instancePath: instancePath + "/payload/snapshot",
															schemaPath: "#/properties/payload/properties/snapshot/type",
															keyword: "type",
															params: { type: "boolean" }
														}];
														return false;
													}
													if (true !== data6) {
														validate36.errors = [{
															instancePath: instancePath + "/payload/snapshot",
															schemaPath: "#/properties/payload/properties/snapshot/const",
															keyword: "const",
															params: { allowedValue: true }
														}];
														return false;
													}
													var valid1 = _errs12 === errors;
												} else var valid1 = true;
												if (valid1) {
													if (data0.skipped !== void 0) {
														let data7 = data0.skipped;
														const _errs14 = errors;
														if (!(typeof data7 == "number" && !(data7 % 1) && !isNaN(data7))) {
															validate36.errors = [{
																instancePath: instancePath + "/payload/skipped",
																schemaPath: "#/properties/payload/properties/skipped/type",
																keyword: "type",
																params: { type: "integer" }
															}];
															return false;
														}
														if (errors === _errs14) {
															if (typeof data7 == "number") {
																if (data7 > 9007199254740991 || isNaN(data7)) {
																	validate36.errors = [{
																		instancePath: instancePath + "/payload/skipped",
																		schemaPath: "#/properties/payload/properties/skipped/maximum",
																		keyword: "maximum",
																		params: {
																			comparison: "<=",
																			limit: 9007199254740991
																		}
																	}];
																	return false;
																} else if (data7 < 1 || isNaN(data7)) {
																	validate36.errors = [{
																		instancePath: instancePath + "/payload/skipped",
																		schemaPath: "#/properties/payload/properties/skipped/minimum",
																		keyword: "minimum",
																		params: {
																			comparison: ">=",
																			limit: 1
																		}
																	}];
																	return false;
																}
															}
														}
														var valid1 = _errs14 === errors;
													} else var valid1 = true;
													if (valid1) {
														if (data0.gap !== void 0) {
															let data8 = data0.gap;
															const _errs16 = errors;
															if (typeof data8 !== "boolean") {
																validate36.errors = [{
																	instancePath: instancePath + "/payload/gap",
																	schemaPath: "#/properties/payload/properties/gap/type",
																	keyword: "type",
																	params: { type: "boolean" }
																}];
																return false;
															}
															if (true !== data8) {
																validate36.errors = [{
																	instancePath: instancePath + "/payload/gap",
																	schemaPath: "#/properties/payload/properties/gap/const",
																	keyword: "const",
																	params: { allowedValue: true }
																}];
																return false;
															}
															var valid1 = _errs16 === errors;
														} else var valid1 = true;
													}
												}
											}
										}
									}
								}
							}
						}
					} else {
						validate36.errors = [{
							instancePath: instancePath + "/payload",
							schemaPath: "#/properties/payload/type",
							keyword: "type",
							params: { type: "object" }
						}];
						return false;
					}
				}
			}
		} else {
			validate36.errors = [{
				instancePath,
				schemaPath: "#/type",
				keyword: "type",
				params: { type: "object" }
			}];
			return false;
		}
	}
	validate36.errors = vErrors;
	return errors === 0;
}
var check4 = validate39;
var schema17 = {
	"properties": {
		"status": { "$ref": "ConnectionStatus" },
		"message": { "type": ["string", "null"] },
		"disconnectType": { "anyOf": [{ "$ref": "DisconnectType" }, { "type": "null" }] },
		"timestamp": {
			"format": "int64",
			"maximum": 9007199254740991,
			"minimum": 0,
			"type": "integer"
		}
	},
	"required": [
		"status",
		"message",
		"disconnectType",
		"timestamp"
	],
	"type": "object",
	"$id": "BrokerConnectionStatus"
};
var schema18 = {
	"enum": [
		1,
		2,
		3,
		4
	],
	"type": "integer",
	"$id": "ConnectionStatus"
};
function validate41(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	if (!(typeof data == "number" && !(data % 1) && !isNaN(data))) {
		validate41.errors = [{
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "integer" }
		}];
		return false;
	}
	if (!(data === 1 || data === 2 || data === 3 || data === 4)) {
		validate41.errors = [{
			instancePath,
			schemaPath: "#/enum",
			keyword: "enum",
			params: { allowedValues: schema18.enum }
		}];
		return false;
	}
	validate41.errors = vErrors;
	return true;
}
var schema19 = {
	"enum": [
		0,
		1,
		2,
		3,
		4,
		5,
		6,
		7,
		8
	],
	"type": "integer",
	"$id": "DisconnectType"
};
function validate43(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	if (!(typeof data == "number" && !(data % 1) && !isNaN(data))) {
		validate43.errors = [{
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "integer" }
		}];
		return false;
	}
	if (!(data === 0 || data === 1 || data === 2 || data === 3 || data === 4 || data === 5 || data === 6 || data === 7 || data === 8)) {
		validate43.errors = [{
			instancePath,
			schemaPath: "#/enum",
			keyword: "enum",
			params: { allowedValues: schema19.enum }
		}];
		return false;
	}
	validate43.errors = vErrors;
	return true;
}
function validate40(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (errors === 0) {
		if (data && typeof data == "object" && !Array.isArray(data)) {
			let missing0;
			if (data.status === void 0 && (missing0 = "status") || data.message === void 0 && (missing0 = "message") || data.disconnectType === void 0 && (missing0 = "disconnectType") || data.timestamp === void 0 && (missing0 = "timestamp")) {
				validate40.errors = [{
					instancePath,
					schemaPath: "#/required",
					keyword: "required",
					params: { missingProperty: missing0 }
				}];
				return false;
			} else {
				if (data.status !== void 0) {
					const _errs1 = errors;
					if (!validate41(data.status, {
						instancePath: instancePath + "/status",
						parentData: data,
						parentDataProperty: "status",
						rootData
					})) {
						vErrors = vErrors === null ? validate41.errors : vErrors.concat(validate41.errors);
						errors = vErrors.length;
					}
					var valid0 = _errs1 === errors;
				} else var valid0 = true;
				if (valid0) {
					if (data.message !== void 0) {
						let data1 = data.message;
						const _errs2 = errors;
						if (typeof data1 !== "string" && data1 !== null) {
							validate40.errors = [{
								instancePath: instancePath + "/message",
								schemaPath: "#/properties/message/type",
								keyword: "type",
								params: { type: schema17.properties.message.type }
							}];
							return false;
						}
						var valid0 = _errs2 === errors;
					} else var valid0 = true;
					if (valid0) {
						if (data.disconnectType !== void 0) {
							let data2 = data.disconnectType;
							const _errs4 = errors;
							const _errs5 = errors;
							let valid1 = false;
							const _errs6 = errors;
							if (!validate43(data2, {
								instancePath: instancePath + "/disconnectType",
								parentData: data,
								parentDataProperty: "disconnectType",
								rootData
							})) {
								vErrors = vErrors === null ? validate43.errors : vErrors.concat(validate43.errors);
								errors = vErrors.length;
							}
							var _valid0 = _errs6 === errors;
							valid1 = valid1 || _valid0;
							if (!valid1) {
								const _errs7 = errors;
								if (data2 !== null) {
									const err0 = {
										instancePath: instancePath + "/disconnectType",
										schemaPath: "#/properties/disconnectType/anyOf/1/type",
										keyword: "type",
										params: { type: "null" }
									};
									if (vErrors === null) vErrors = [err0];
									else vErrors.push(err0);
									errors++;
								}
								var _valid0 = _errs7 === errors;
								valid1 = valid1 || _valid0;
							}
							if (!valid1) {
								const err1 = {
									instancePath: instancePath + "/disconnectType",
									schemaPath: "#/properties/disconnectType/anyOf",
									keyword: "anyOf",
									params: {}
								};
								if (vErrors === null) vErrors = [err1];
								else vErrors.push(err1);
								errors++;
								validate40.errors = vErrors;
								return false;
							} else {
								errors = _errs5;
								if (vErrors !== null) {
									if (_errs5) vErrors.length = _errs5;
									else vErrors = null;
								}
							}
							var valid0 = _errs4 === errors;
						} else var valid0 = true;
						if (valid0) {
							if (data.timestamp !== void 0) {
								let data3 = data.timestamp;
								const _errs9 = errors;
								if (!(typeof data3 == "number" && !(data3 % 1) && !isNaN(data3))) {
									validate40.errors = [{
										instancePath: instancePath + "/timestamp",
										schemaPath: "#/properties/timestamp/type",
										keyword: "type",
										params: { type: "integer" }
									}];
									return false;
								}
								if (errors === _errs9) {
									if (typeof data3 == "number") {
										if (data3 > 9007199254740991 || isNaN(data3)) {
											validate40.errors = [{
												instancePath: instancePath + "/timestamp",
												schemaPath: "#/properties/timestamp/maximum",
												keyword: "maximum",
												params: {
													comparison: "<=",
													limit: 9007199254740991
												}
											}];
											return false;
										} else if (data3 < 0 || isNaN(data3)) {
											validate40.errors = [{
												instancePath: instancePath + "/timestamp",
												schemaPath: "#/properties/timestamp/minimum",
												keyword: "minimum",
												params: {
													comparison: ">=",
													limit: 0
												}
											}];
											return false;
										}
									}
								}
								var valid0 = _errs9 === errors;
							} else var valid0 = true;
						}
					}
				}
			}
		} else {
			validate40.errors = [{
				instancePath,
				schemaPath: "#/type",
				keyword: "type",
				params: { type: "object" }
			}];
			return false;
		}
	}
	validate40.errors = vErrors;
	return errors === 0;
}
function validate39(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (errors === 0) {
		if (data && typeof data == "object" && !Array.isArray(data)) {
			let missing0;
			if (data.type === void 0 && (missing0 = "type") || data.payload === void 0 && (missing0 = "payload")) {
				validate39.errors = [{
					instancePath,
					schemaPath: "#/required",
					keyword: "required",
					params: { missingProperty: missing0 }
				}];
				return false;
			} else if (data.payload !== void 0) {
				let data0 = data.payload;
				if (errors === errors) {
					if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
						let missing1;
						if (data0.topic === void 0 && (missing1 = "topic") || data0.payload === void 0 && (missing1 = "payload") || data0.seq === void 0 && (missing1 = "seq") || data0.ts === void 0 && (missing1 = "ts")) {
							validate39.errors = [{
								instancePath: instancePath + "/payload",
								schemaPath: "#/properties/payload/required",
								keyword: "required",
								params: { missingProperty: missing1 }
							}];
							return false;
						} else {
							if (data0.topic !== void 0) {
								const _errs3 = errors;
								if (typeof data0.topic !== "string") {
									validate39.errors = [{
										instancePath: instancePath + "/payload/topic",
										schemaPath: "#/properties/payload/properties/topic/type",
										keyword: "type",
										params: { type: "string" }
									}];
									return false;
								}
								var valid1 = _errs3 === errors;
							} else var valid1 = true;
							if (valid1) {
								if (data0.payload !== void 0) {
									const _errs5 = errors;
									if (!validate40(data0.payload, {
										instancePath: instancePath + "/payload/payload",
										parentData: data0,
										parentDataProperty: "payload",
										rootData
									})) {
										vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
										errors = vErrors.length;
									}
									var valid1 = _errs5 === errors;
								} else var valid1 = true;
								if (valid1) {
									if (data0.seq !== void 0) {
										let data3 = data0.seq;
										const _errs6 = errors;
										if (!(typeof data3 == "number" && !(data3 % 1) && !isNaN(data3))) {
											validate39.errors = [{
												instancePath: instancePath + "/payload/seq",
												schemaPath: "#/properties/payload/properties/seq/type",
												keyword: "type",
												params: { type: "integer" }
											}];
											return false;
										}
										if (errors === _errs6) {
											if (typeof data3 == "number") {
												if (data3 > 9007199254740991 || isNaN(data3)) {
													validate39.errors = [{
														instancePath: instancePath + "/payload/seq",
														schemaPath: "#/properties/payload/properties/seq/maximum",
														keyword: "maximum",
														params: {
															comparison: "<=",
															limit: 9007199254740991
														}
													}];
													return false;
												} else if (data3 < 0 || isNaN(data3)) {
													validate39.errors = [{
														instancePath: instancePath + "/payload/seq",
														schemaPath: "#/properties/payload/properties/seq/minimum",
														keyword: "minimum",
														params: {
															comparison: ">=",
															limit: 0
														}
													}];
													return false;
												}
											}
										}
										var valid1 = _errs6 === errors;
									} else var valid1 = true;
									if (valid1) {
										if (data0.ts !== void 0) {
											let data4 = data0.ts;
											const _errs8 = errors;
											if (!(typeof data4 == "number" && !(data4 % 1) && !isNaN(data4))) {
												validate39.errors = [{
													instancePath: instancePath + "/payload/ts",
													schemaPath: "#/properties/payload/properties/ts/type",
													keyword: "type",
													params: { type: "integer" }
												}];
												return false;
											}
											if (errors === _errs8) {
												if (typeof data4 == "number") {
													if (data4 > 9007199254740991 || isNaN(data4)) {
														validate39.errors = [{
															instancePath: instancePath + "/payload/ts",
															schemaPath: "#/properties/payload/properties/ts/maximum",
															keyword: "maximum",
															params: {
																comparison: "<=",
																limit: 9007199254740991
															}
														}];
														return false;
													} else if (data4 < 0 || isNaN(data4)) {
														validate39.errors = [{
															instancePath: instancePath + "/payload/ts",
															schemaPath: "#/properties/payload/properties/ts/minimum",
															keyword: "minimum",
															params: {
																comparison: ">=",
																limit: 0
															}
														}];
														return false;
													}
												}
											}
											var valid1 = _errs8 === errors;
										} else var valid1 = true;
										if (valid1) {
											if (data0.step !== void 0) {
												let data5 = data0.step;
												const _errs10 = errors;
												if (!(typeof data5 == "number" && !(data5 % 1) && !isNaN(data5))) {
													validate39.errors = [{
														instancePath: instancePath + "/payload/step",
														schemaPath: "#/properties/payload/properties/step/type",
														keyword: "type",
														params: { type: "integer" }
													}];
													return false;
												}
												if (errors === _errs10) {
													if (typeof data5 == "number") {
														if (data5 > 9007199254740991 || isNaN(data5)) {
															validate39.errors = [{
																instancePath: instancePath + "/payload/step",
																schemaPath: "#/properties/payload/properties/step/maximum",
																keyword: "maximum",
																params: {
																	comparison: "<=",
																	limit: 9007199254740991
																}
															}];
															return false;
														} else if (data5 < 0 || isNaN(data5)) {
															validate39.errors = [{
																instancePath: instancePath + "/payload/step",
																schemaPath: "#/properties/payload/properties/step/minimum",
																keyword: "minimum",
																params: {
																	comparison: ">=",
																	limit: 0
																}
															}];
															return false;
														}
													}
												}
												var valid1 = _errs10 === errors;
											} else var valid1 = true;
											if (valid1) {
												if (data0.snapshot !== void 0) {
													let data6 = data0.snapshot;
													const _errs12 = errors;
													if (typeof data6 !== "boolean") {
														validate39.errors = [{
															instancePath: instancePath + "/payload/snapshot",
															schemaPath: "#/properties/payload/properties/snapshot/type",
															keyword: "type",
															params: { type: "boolean" }
														}];
														return false;
													}
													if (true !== data6) {
														validate39.errors = [{
															instancePath: instancePath + "/payload/snapshot",
															schemaPath: "#/properties/payload/properties/snapshot/const",
															keyword: "const",
															params: { allowedValue: true }
														}];
														return false;
													}
													var valid1 = _errs12 === errors;
												} else var valid1 = true;
												if (valid1) {
													if (data0.skipped !== void 0) {
														let data7 = data0.skipped;
														const _errs14 = errors;
														if (!(typeof data7 == "number" && !(data7 % 1) && !isNaN(data7))) {
															validate39.errors = [{
																instancePath: instancePath + "/payload/skipped",
																schemaPath: "#/properties/payload/properties/skipped/type",
																keyword: "type",
																params: { type: "integer" }
															}];
															return false;
														}
														if (errors === _errs14) {
															if (typeof data7 == "number") {
																if (data7 > 9007199254740991 || isNaN(data7)) {
																	validate39.errors = [{
																		instancePath: instancePath + "/payload/skipped",
																		schemaPath: "#/properties/payload/properties/skipped/maximum",
																		keyword: "maximum",
																		params: {
																			comparison: "<=",
																			limit: 9007199254740991
																		}
																	}];
																	return false;
																} else if (data7 < 1 || isNaN(data7)) {
																	validate39.errors = [{
																		instancePath: instancePath + "/payload/skipped",
																		schemaPath: "#/properties/payload/properties/skipped/minimum",
																		keyword: "minimum",
																		params: {
																			comparison: ">=",
																			limit: 1
																		}
																	}];
																	return false;
																}
															}
														}
														var valid1 = _errs14 === errors;
													} else var valid1 = true;
													if (valid1) {
														if (data0.gap !== void 0) {
															let data8 = data0.gap;
															const _errs16 = errors;
															if (typeof data8 !== "boolean") {
																validate39.errors = [{
																	instancePath: instancePath + "/payload/gap",
																	schemaPath: "#/properties/payload/properties/gap/type",
																	keyword: "type",
																	params: { type: "boolean" }
																}];
																return false;
															}
															if (true !== data8) {
																validate39.errors = [{
																	instancePath: instancePath + "/payload/gap",
																	schemaPath: "#/properties/payload/properties/gap/const",
																	keyword: "const",
																	params: { allowedValue: true }
																}];
																return false;
															}
															var valid1 = _errs16 === errors;
														} else var valid1 = true;
													}
												}
											}
										}
									}
								}
							}
						}
					} else {
						validate39.errors = [{
							instancePath: instancePath + "/payload",
							schemaPath: "#/properties/payload/type",
							keyword: "type",
							params: { type: "object" }
						}];
						return false;
					}
				}
			}
		} else {
			validate39.errors = [{
				instancePath,
				schemaPath: "#/type",
				keyword: "type",
				params: { type: "object" }
			}];
			return false;
		}
	}
	validate39.errors = vErrors;
	return errors === 0;
}
var check5 = validate46;
function validate47(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		let missing0;
		if (data.equity === void 0 && (missing0 = "equity") || data.balance === void 0 && (missing0 = "balance") || data.unrealizedPL === void 0 && (missing0 = "unrealizedPL") || data.realizedPL === void 0 && (missing0 = "realizedPL")) {
			validate47.errors = [{
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: missing0 }
			}];
			return false;
		} else {
			if (data.equity !== void 0) {
				if (!(typeof data.equity == "number")) {
					validate47.errors = [{
						instancePath: instancePath + "/equity",
						schemaPath: "#/properties/equity/type",
						keyword: "type",
						params: { type: "number" }
					}];
					return false;
				}
				var valid0 = true;
			} else var valid0 = true;
			if (valid0) {
				if (data.balance !== void 0) {
					if (!(typeof data.balance == "number")) {
						validate47.errors = [{
							instancePath: instancePath + "/balance",
							schemaPath: "#/properties/balance/type",
							keyword: "type",
							params: { type: "number" }
						}];
						return false;
					}
					var valid0 = true;
				} else var valid0 = true;
				if (valid0) {
					if (data.unrealizedPL !== void 0) {
						if (!(typeof data.unrealizedPL == "number")) {
							validate47.errors = [{
								instancePath: instancePath + "/unrealizedPL",
								schemaPath: "#/properties/unrealizedPL/type",
								keyword: "type",
								params: { type: "number" }
							}];
							return false;
						}
						var valid0 = true;
					} else var valid0 = true;
					if (valid0) {
						if (data.realizedPL !== void 0) {
							if (!(typeof data.realizedPL == "number")) {
								validate47.errors = [{
									instancePath: instancePath + "/realizedPL",
									schemaPath: "#/properties/realizedPL/type",
									keyword: "type",
									params: { type: "number" }
								}];
								return false;
							}
							var valid0 = true;
						} else var valid0 = true;
					}
				}
			}
		}
	} else {
		validate47.errors = [{
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" }
		}];
		return false;
	}
	validate47.errors = vErrors;
	return true;
}
function validate46(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (errors === 0) {
		if (data && typeof data == "object" && !Array.isArray(data)) {
			let missing0;
			if (data.type === void 0 && (missing0 = "type") || data.payload === void 0 && (missing0 = "payload")) {
				validate46.errors = [{
					instancePath,
					schemaPath: "#/required",
					keyword: "required",
					params: { missingProperty: missing0 }
				}];
				return false;
			} else if (data.payload !== void 0) {
				let data0 = data.payload;
				if (errors === errors) {
					if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
						let missing1;
						if (data0.topic === void 0 && (missing1 = "topic") || data0.payload === void 0 && (missing1 = "payload") || data0.seq === void 0 && (missing1 = "seq") || data0.ts === void 0 && (missing1 = "ts")) {
							validate46.errors = [{
								instancePath: instancePath + "/payload",
								schemaPath: "#/properties/payload/required",
								keyword: "required",
								params: { missingProperty: missing1 }
							}];
							return false;
						} else {
							if (data0.topic !== void 0) {
								const _errs3 = errors;
								if (typeof data0.topic !== "string") {
									validate46.errors = [{
										instancePath: instancePath + "/payload/topic",
										schemaPath: "#/properties/payload/properties/topic/type",
										keyword: "type",
										params: { type: "string" }
									}];
									return false;
								}
								var valid1 = _errs3 === errors;
							} else var valid1 = true;
							if (valid1) {
								if (data0.payload !== void 0) {
									const _errs5 = errors;
									if (!validate47(data0.payload, {
										instancePath: instancePath + "/payload/payload",
										parentData: data0,
										parentDataProperty: "payload",
										rootData
									})) {
										vErrors = vErrors === null ? validate47.errors : vErrors.concat(validate47.errors);
										errors = vErrors.length;
									}
									var valid1 = _errs5 === errors;
								} else var valid1 = true;
								if (valid1) {
									if (data0.seq !== void 0) {
										let data3 = data0.seq;
										const _errs6 = errors;
										if (!(typeof data3 == "number" && !(data3 % 1) && !isNaN(data3))) {
											validate46.errors = [{
												instancePath: instancePath + "/payload/seq",
												schemaPath: "#/properties/payload/properties/seq/type",
												keyword: "type",
												params: { type: "integer" }
											}];
											return false;
										}
										if (errors === _errs6) {
											if (typeof data3 == "number") {
												if (data3 > 9007199254740991 || isNaN(data3)) {
													validate46.errors = [{
														instancePath: instancePath + "/payload/seq",
														schemaPath: "#/properties/payload/properties/seq/maximum",
														keyword: "maximum",
														params: {
															comparison: "<=",
															limit: 9007199254740991
														}
													}];
													return false;
												} else if (data3 < 0 || isNaN(data3)) {
													validate46.errors = [{
														instancePath: instancePath + "/payload/seq",
														schemaPath: "#/properties/payload/properties/seq/minimum",
														keyword: "minimum",
														params: {
															comparison: ">=",
															limit: 0
														}
													}];
													return false;
												}
											}
										}
										var valid1 = _errs6 === errors;
									} else var valid1 = true;
									if (valid1) {
										if (data0.ts !== void 0) {
											let data4 = data0.ts;
											const _errs8 = errors;
											if (!(typeof data4 == "number" && !(data4 % 1) && !isNaN(data4))) {
												validate46.errors = [{
													instancePath: instancePath + "/payload/ts",
													schemaPath: "#/properties/payload/properties/ts/type",
													keyword: "type",
													params: { type: "integer" }
												}];
												return false;
											}
											if (errors === _errs8) {
												if (typeof data4 == "number") {
													if (data4 > 9007199254740991 || isNaN(data4)) {
														validate46.errors = [{
															instancePath: instancePath + "/payload/ts",
															schemaPath: "#/properties/payload/properties/ts/maximum",
															keyword: "maximum",
															params: {
																comparison: "<=",
																limit: 9007199254740991
															}
														}];
														return false;
													} else if (data4 < 0 || isNaN(data4)) {
														validate46.errors = [{
															instancePath: instancePath + "/payload/ts",
															schemaPath: "#/properties/payload/properties/ts/minimum",
															keyword: "minimum",
															params: {
																comparison: ">=",
																limit: 0
															}
														}];
														return false;
													}
												}
											}
											var valid1 = _errs8 === errors;
										} else var valid1 = true;
										if (valid1) {
											if (data0.step !== void 0) {
												let data5 = data0.step;
												const _errs10 = errors;
												if (!(typeof data5 == "number" && !(data5 % 1) && !isNaN(data5))) {
													validate46.errors = [{
														instancePath: instancePath + "/payload/step",
														schemaPath: "#/properties/payload/properties/step/type",
														keyword: "type",
														params: { type: "integer" }
													}];
													return false;
												}
												if (errors === _errs10) {
													if (typeof data5 == "number") {
														if (data5 > 9007199254740991 || isNaN(data5)) {
															validate46.errors = [{
																instancePath: instancePath + "/payload/step",
																schemaPath: "#/properties/payload/properties/step/maximum",
																keyword: "maximum",
																params: {
																	comparison: "<=",
																	limit: 9007199254740991
																}
															}];
															return false;
														} else if (data5 < 0 || isNaN(data5)) {
															validate46.errors = [{
																instancePath: instancePath + "/payload/step",
																schemaPath: "#/properties/payload/properties/step/minimum",
																keyword: "minimum",
																params: {
																	comparison: ">=",
																	limit: 0
																}
															}];
															return false;
														}
													}
												}
												var valid1 = _errs10 === errors;
											} else var valid1 = true;
											if (valid1) {
												if (data0.snapshot !== void 0) {
													let data6 = data0.snapshot;
													const _errs12 = errors;
													if (typeof data6 !== "boolean") {
														validate46.errors = [{
															instancePath: instancePath + "/payload/snapshot",
															schemaPath: "#/properties/payload/properties/snapshot/type",
															keyword: "type",
															params: { type: "boolean" }
														}];
														return false;
													}
													if (true !== data6) {
														validate46.errors = [{
															instancePath: instancePath + "/payload/snapshot",
															schemaPath: "#/properties/payload/properties/snapshot/const",
															keyword: "const",
															params: { allowedValue: true }
														}];
														return false;
													}
													var valid1 = _errs12 === errors;
												} else var valid1 = true;
												if (valid1) {
													if (data0.skipped !== void 0) {
														let data7 = data0.skipped;
														const _errs14 = errors;
														if (!(typeof data7 == "number" && !(data7 % 1) && !isNaN(data7))) {
															validate46.errors = [{
																instancePath: instancePath + "/payload/skipped",
																schemaPath: "#/properties/payload/properties/skipped/type",
																keyword: "type",
																params: { type: "integer" }
															}];
															return false;
														}
														if (errors === _errs14) {
															if (typeof data7 == "number") {
																if (data7 > 9007199254740991 || isNaN(data7)) {
																	validate46.errors = [{
																		instancePath: instancePath + "/payload/skipped",
																		schemaPath: "#/properties/payload/properties/skipped/maximum",
																		keyword: "maximum",
																		params: {
																			comparison: "<=",
																			limit: 9007199254740991
																		}
																	}];
																	return false;
																} else if (data7 < 1 || isNaN(data7)) {
																	validate46.errors = [{
																		instancePath: instancePath + "/payload/skipped",
																		schemaPath: "#/properties/payload/properties/skipped/minimum",
																		keyword: "minimum",
																		params: {
																			comparison: ">=",
																			limit: 1
																		}
																	}];
																	return false;
																}
															}
														}
														var valid1 = _errs14 === errors;
													} else var valid1 = true;
													if (valid1) {
														if (data0.gap !== void 0) {
															let data8 = data0.gap;
															const _errs16 = errors;
															if (typeof data8 !== "boolean") {
																validate46.errors = [{
																	instancePath: instancePath + "/payload/gap",
																	schemaPath: "#/properties/payload/properties/gap/type",
																	keyword: "type",
																	params: { type: "boolean" }
																}];
																return false;
															}
															if (true !== data8) {
																validate46.errors = [{
																	instancePath: instancePath + "/payload/gap",
																	schemaPath: "#/properties/payload/properties/gap/const",
																	keyword: "const",
																	params: { allowedValue: true }
																}];
																return false;
															}
															var valid1 = _errs16 === errors;
														} else var valid1 = true;
													}
												}
											}
										}
									}
								}
							}
						}
					} else {
						validate46.errors = [{
							instancePath: instancePath + "/payload",
							schemaPath: "#/properties/payload/type",
							keyword: "type",
							params: { type: "object" }
						}];
						return false;
					}
				}
			}
		} else {
			validate46.errors = [{
				instancePath,
				schemaPath: "#/type",
				keyword: "type",
				params: { type: "object" }
			}];
			return false;
		}
	}
	validate46.errors = vErrors;
	return errors === 0;
}
var check6 = validate49;
function validate51(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		let missing0;
		if (data.code === void 0 && (missing0 = "code") || data.message === void 0 && (missing0 = "message") || data.temporary === void 0 && (missing0 = "temporary")) {
			validate51.errors = [{
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: missing0 }
			}];
			return false;
		} else {
			if (data.code !== void 0) {
				if (typeof data.code !== "string") {
					validate51.errors = [{
						instancePath: instancePath + "/code",
						schemaPath: "#/properties/code/type",
						keyword: "type",
						params: { type: "string" }
					}];
					return false;
				}
				var valid0 = true;
			} else var valid0 = true;
			if (valid0) {
				if (data.message !== void 0) {
					if (typeof data.message !== "string") {
						validate51.errors = [{
							instancePath: instancePath + "/message",
							schemaPath: "#/properties/message/type",
							keyword: "type",
							params: { type: "string" }
						}];
						return false;
					}
					var valid0 = true;
				} else var valid0 = true;
				if (valid0) {
					if (data.temporary !== void 0) {
						if (typeof data.temporary !== "boolean") {
							validate51.errors = [{
								instancePath: instancePath + "/temporary",
								schemaPath: "#/properties/temporary/type",
								keyword: "type",
								params: { type: "boolean" }
							}];
							return false;
						}
						var valid0 = true;
					} else var valid0 = true;
				}
			}
		}
	} else {
		validate51.errors = [{
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" }
		}];
		return false;
	}
	validate51.errors = vErrors;
	return true;
}
function validate49(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (errors === 0) {
		if (data && typeof data == "object" && !Array.isArray(data)) {
			let missing0;
			if (data.type === void 0 && (missing0 = "type") || data.payload === void 0 && (missing0 = "payload")) {
				validate49.errors = [{
					instancePath,
					schemaPath: "#/required",
					keyword: "required",
					params: { missingProperty: missing0 }
				}];
				return false;
			} else {
				if (data.id !== void 0) {
					const _errs1 = errors;
					if (!validate25(data.id, {
						instancePath: instancePath + "/id",
						parentData: data,
						parentDataProperty: "id",
						rootData
					})) {
						vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
						errors = vErrors.length;
					}
					var valid0 = _errs1 === errors;
				} else var valid0 = true;
				if (valid0) {
					if (data.payload !== void 0) {
						const _errs2 = errors;
						if (!validate51(data.payload, {
							instancePath: instancePath + "/payload",
							parentData: data,
							parentDataProperty: "payload",
							rootData
						})) {
							vErrors = vErrors === null ? validate51.errors : vErrors.concat(validate51.errors);
							errors = vErrors.length;
						}
						var valid0 = _errs2 === errors;
					} else var valid0 = true;
				}
			}
		} else {
			validate49.errors = [{
				instancePath,
				schemaPath: "#/type",
				keyword: "type",
				params: { type: "object" }
			}];
			return false;
		}
	}
	validate49.errors = vErrors;
	return errors === 0;
}
var check7 = validate53;
var schema26 = {
	"enum": [1, -1],
	"type": "integer",
	"$id": "Side"
};
function validate55(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	if (!(typeof data == "number" && !(data % 1) && !isNaN(data))) {
		validate55.errors = [{
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "integer" }
		}];
		return false;
	}
	if (!(data === 1 || data === -1)) {
		validate55.errors = [{
			instancePath,
			schemaPath: "#/enum",
			keyword: "enum",
			params: { allowedValues: schema26.enum }
		}];
		return false;
	}
	validate55.errors = vErrors;
	return true;
}
function validate54(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (errors === 0) {
		if (data && typeof data == "object" && !Array.isArray(data)) {
			let missing0;
			if (data.id === void 0 && (missing0 = "id") || data.orderId === void 0 && (missing0 = "orderId") || data.symbol === void 0 && (missing0 = "symbol") || data.price === void 0 && (missing0 = "price") || data.qty === void 0 && (missing0 = "qty") || data.side === void 0 && (missing0 = "side") || data.time === void 0 && (missing0 = "time") || data.commission === void 0 && (missing0 = "commission")) {
				validate54.errors = [{
					instancePath,
					schemaPath: "#/required",
					keyword: "required",
					params: { missingProperty: missing0 }
				}];
				return false;
			} else {
				if (data.id !== void 0) {
					const _errs1 = errors;
					if (typeof data.id !== "string") {
						validate54.errors = [{
							instancePath: instancePath + "/id",
							schemaPath: "#/properties/id/type",
							keyword: "type",
							params: { type: "string" }
						}];
						return false;
					}
					var valid0 = _errs1 === errors;
				} else var valid0 = true;
				if (valid0) {
					if (data.orderId !== void 0) {
						const _errs3 = errors;
						if (typeof data.orderId !== "string") {
							validate54.errors = [{
								instancePath: instancePath + "/orderId",
								schemaPath: "#/properties/orderId/type",
								keyword: "type",
								params: { type: "string" }
							}];
							return false;
						}
						var valid0 = _errs3 === errors;
					} else var valid0 = true;
					if (valid0) {
						if (data.symbol !== void 0) {
							const _errs5 = errors;
							if (typeof data.symbol !== "string") {
								validate54.errors = [{
									instancePath: instancePath + "/symbol",
									schemaPath: "#/properties/symbol/type",
									keyword: "type",
									params: { type: "string" }
								}];
								return false;
							}
							var valid0 = _errs5 === errors;
						} else var valid0 = true;
						if (valid0) {
							if (data.price !== void 0) {
								const _errs7 = errors;
								if (!(typeof data.price == "number")) {
									validate54.errors = [{
										instancePath: instancePath + "/price",
										schemaPath: "#/properties/price/type",
										keyword: "type",
										params: { type: "number" }
									}];
									return false;
								}
								var valid0 = _errs7 === errors;
							} else var valid0 = true;
							if (valid0) {
								if (data.qty !== void 0) {
									const _errs9 = errors;
									if (!(typeof data.qty == "number")) {
										validate54.errors = [{
											instancePath: instancePath + "/qty",
											schemaPath: "#/properties/qty/type",
											keyword: "type",
											params: { type: "number" }
										}];
										return false;
									}
									var valid0 = _errs9 === errors;
								} else var valid0 = true;
								if (valid0) {
									if (data.side !== void 0) {
										const _errs11 = errors;
										if (!validate55(data.side, {
											instancePath: instancePath + "/side",
											parentData: data,
											parentDataProperty: "side",
											rootData
										})) {
											vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
											errors = vErrors.length;
										}
										var valid0 = _errs11 === errors;
									} else var valid0 = true;
									if (valid0) {
										if (data.time !== void 0) {
											let data6 = data.time;
											const _errs12 = errors;
											if (!(typeof data6 == "number" && !(data6 % 1) && !isNaN(data6))) {
												validate54.errors = [{
													instancePath: instancePath + "/time",
													schemaPath: "#/properties/time/type",
													keyword: "type",
													params: { type: "integer" }
												}];
												return false;
											}
											if (errors === _errs12) {
												if (typeof data6 == "number") {
													if (data6 > 9007199254740991 || isNaN(data6)) {
														validate54.errors = [{
															instancePath: instancePath + "/time",
															schemaPath: "#/properties/time/maximum",
															keyword: "maximum",
															params: {
																comparison: "<=",
																limit: 9007199254740991
															}
														}];
														return false;
													} else if (data6 < 0 || isNaN(data6)) {
														validate54.errors = [{
															instancePath: instancePath + "/time",
															schemaPath: "#/properties/time/minimum",
															keyword: "minimum",
															params: {
																comparison: ">=",
																limit: 0
															}
														}];
														return false;
													}
												}
											}
											var valid0 = _errs12 === errors;
										} else var valid0 = true;
										if (valid0) {
											if (data.commission !== void 0) {
												const _errs14 = errors;
												if (!(typeof data.commission == "number")) {
													validate54.errors = [{
														instancePath: instancePath + "/commission",
														schemaPath: "#/properties/commission/type",
														keyword: "type",
														params: { type: "number" }
													}];
													return false;
												}
												var valid0 = _errs14 === errors;
											} else var valid0 = true;
										}
									}
								}
							}
						}
					}
				}
			}
		} else {
			validate54.errors = [{
				instancePath,
				schemaPath: "#/type",
				keyword: "type",
				params: { type: "object" }
			}];
			return false;
		}
	}
	validate54.errors = vErrors;
	return errors === 0;
}
function validate53(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (errors === 0) {
		if (data && typeof data == "object" && !Array.isArray(data)) {
			let missing0;
			if (data.type === void 0 && (missing0 = "type") || data.payload === void 0 && (missing0 = "payload")) {
				validate53.errors = [{
					instancePath,
					schemaPath: "#/required",
					keyword: "required",
					params: { missingProperty: missing0 }
				}];
				return false;
			} else if (data.payload !== void 0) {
				let data0 = data.payload;
				if (errors === errors) {
					if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
						let missing1;
						if (data0.topic === void 0 && (missing1 = "topic") || data0.payload === void 0 && (missing1 = "payload") || data0.seq === void 0 && (missing1 = "seq") || data0.ts === void 0 && (missing1 = "ts")) {
							validate53.errors = [{
								instancePath: instancePath + "/payload",
								schemaPath: "#/properties/payload/required",
								keyword: "required",
								params: { missingProperty: missing1 }
							}];
							return false;
						} else {
							if (data0.topic !== void 0) {
								const _errs3 = errors;
								if (typeof data0.topic !== "string") {
									validate53.errors = [{
										instancePath: instancePath + "/payload/topic",
										schemaPath: "#/properties/payload/properties/topic/type",
										keyword: "type",
										params: { type: "string" }
									}];
									return false;
								}
								var valid1 = _errs3 === errors;
							} else var valid1 = true;
							if (valid1) {
								if (data0.payload !== void 0) {
									const _errs5 = errors;
									if (!validate54(data0.payload, {
										instancePath: instancePath + "/payload/payload",
										parentData: data0,
										parentDataProperty: "payload",
										rootData
									})) {
										vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
										errors = vErrors.length;
									}
									var valid1 = _errs5 === errors;
								} else var valid1 = true;
								if (valid1) {
									if (data0.seq !== void 0) {
										let data3 = data0.seq;
										const _errs6 = errors;
										if (!(typeof data3 == "number" && !(data3 % 1) && !isNaN(data3))) {
											validate53.errors = [{
												instancePath: instancePath + "/payload/seq",
												schemaPath: "#/properties/payload/properties/seq/type",
												keyword: "type",
												params: { type: "integer" }
											}];
											return false;
										}
										if (errors === _errs6) {
											if (typeof data3 == "number") {
												if (data3 > 9007199254740991 || isNaN(data3)) {
													validate53.errors = [{
														instancePath: instancePath + "/payload/seq",
														schemaPath: "#/properties/payload/properties/seq/maximum",
														keyword: "maximum",
														params: {
															comparison: "<=",
															limit: 9007199254740991
														}
													}];
													return false;
												} else if (data3 < 0 || isNaN(data3)) {
													validate53.errors = [{
														instancePath: instancePath + "/payload/seq",
														schemaPath: "#/properties/payload/properties/seq/minimum",
														keyword: "minimum",
														params: {
															comparison: ">=",
															limit: 0
														}
													}];
													return false;
												}
											}
										}
										var valid1 = _errs6 === errors;
									} else var valid1 = true;
									if (valid1) {
										if (data0.ts !== void 0) {
											let data4 = data0.ts;
											const _errs8 = errors;
											if (!(typeof data4 == "number" && !(data4 % 1) && !isNaN(data4))) {
												validate53.errors = [{
													instancePath: instancePath + "/payload/ts",
													schemaPath: "#/properties/payload/properties/ts/type",
													keyword: "type",
													params: { type: "integer" }
												}];
												return false;
											}
											if (errors === _errs8) {
												if (typeof data4 == "number") {
													if (data4 > 9007199254740991 || isNaN(data4)) {
														validate53.errors = [{
															instancePath: instancePath + "/payload/ts",
															schemaPath: "#/properties/payload/properties/ts/maximum",
															keyword: "maximum",
															params: {
																comparison: "<=",
																limit: 9007199254740991
															}
														}];
														return false;
													} else if (data4 < 0 || isNaN(data4)) {
														validate53.errors = [{
															instancePath: instancePath + "/payload/ts",
															schemaPath: "#/properties/payload/properties/ts/minimum",
															keyword: "minimum",
															params: {
																comparison: ">=",
																limit: 0
															}
														}];
														return false;
													}
												}
											}
											var valid1 = _errs8 === errors;
										} else var valid1 = true;
										if (valid1) {
											if (data0.step !== void 0) {
												let data5 = data0.step;
												const _errs10 = errors;
												if (!(typeof data5 == "number" && !(data5 % 1) && !isNaN(data5))) {
													validate53.errors = [{
														instancePath: instancePath + "/payload/step",
														schemaPath: "#/properties/payload/properties/step/type",
														keyword: "type",
														params: { type: "integer" }
													}];
													return false;
												}
												if (errors === _errs10) {
													if (typeof data5 == "number") {
														if (data5 > 9007199254740991 || isNaN(data5)) {
															validate53.errors = [{
																instancePath: instancePath + "/payload/step",
																schemaPath: "#/properties/payload/properties/step/maximum",
																keyword: "maximum",
																params: {
																	comparison: "<=",
																	limit: 9007199254740991
																}
															}];
															return false;
														} else if (data5 < 0 || isNaN(data5)) {
															validate53.errors = [{
																instancePath: instancePath + "/payload/step",
																schemaPath: "#/properties/payload/properties/step/minimum",
																keyword: "minimum",
																params: {
																	comparison: ">=",
																	limit: 0
																}
															}];
															return false;
														}
													}
												}
												var valid1 = _errs10 === errors;
											} else var valid1 = true;
											if (valid1) {
												if (data0.snapshot !== void 0) {
													let data6 = data0.snapshot;
													const _errs12 = errors;
													if (typeof data6 !== "boolean") {
														validate53.errors = [{
															instancePath: instancePath + "/payload/snapshot",
															schemaPath: "#/properties/payload/properties/snapshot/type",
															keyword: "type",
															params: { type: "boolean" }
														}];
														return false;
													}
													if (true !== data6) {
														validate53.errors = [{
															instancePath: instancePath + "/payload/snapshot",
															schemaPath: "#/properties/payload/properties/snapshot/const",
															keyword: "const",
															params: { allowedValue: true }
														}];
														return false;
													}
													var valid1 = _errs12 === errors;
												} else var valid1 = true;
												if (valid1) {
													if (data0.skipped !== void 0) {
														let data7 = data0.skipped;
														const _errs14 = errors;
														if (!(typeof data7 == "number" && !(data7 % 1) && !isNaN(data7))) {
															validate53.errors = [{
																instancePath: instancePath + "/payload/skipped",
																schemaPath: "#/properties/payload/properties/skipped/type",
																keyword: "type",
																params: { type: "integer" }
															}];
															return false;
														}
														if (errors === _errs14) {
															if (typeof data7 == "number") {
																if (data7 > 9007199254740991 || isNaN(data7)) {
																	validate53.errors = [{
																		instancePath: instancePath + "/payload/skipped",
																		schemaPath: "#/properties/payload/properties/skipped/maximum",
																		keyword: "maximum",
																		params: {
																			comparison: "<=",
																			limit: 9007199254740991
																		}
																	}];
																	return false;
																} else if (data7 < 1 || isNaN(data7)) {
																	validate53.errors = [{
																		instancePath: instancePath + "/payload/skipped",
																		schemaPath: "#/properties/payload/properties/skipped/minimum",
																		keyword: "minimum",
																		params: {
																			comparison: ">=",
																			limit: 1
																		}
																	}];
																	return false;
																}
															}
														}
														var valid1 = _errs14 === errors;
													} else var valid1 = true;
													if (valid1) {
														if (data0.gap !== void 0) {
															let data8 = data0.gap;
															const _errs16 = errors;
															if (typeof data8 !== "boolean") {
																validate53.errors = [{
																	instancePath: instancePath + "/payload/gap",
																	schemaPath: "#/properties/payload/properties/gap/type",
																	keyword: "type",
																	params: { type: "boolean" }
																}];
																return false;
															}
															if (true !== data8) {
																validate53.errors = [{
																	instancePath: instancePath + "/payload/gap",
																	schemaPath: "#/properties/payload/properties/gap/const",
																	keyword: "const",
																	params: { allowedValue: true }
																}];
																return false;
															}
															var valid1 = _errs16 === errors;
														} else var valid1 = true;
													}
												}
											}
										}
									}
								}
							}
						}
					} else {
						validate53.errors = [{
							instancePath: instancePath + "/payload",
							schemaPath: "#/properties/payload/type",
							keyword: "type",
							params: { type: "object" }
						}];
						return false;
					}
				}
			}
		} else {
			validate53.errors = [{
				instancePath,
				schemaPath: "#/type",
				keyword: "type",
				params: { type: "object" }
			}];
			return false;
		}
	}
	validate53.errors = vErrors;
	return errors === 0;
}
var check8 = validate58;
var schema28 = {
	"properties": {
		"id": { "type": "string" },
		"symbol": { "type": "string" },
		"type": { "$ref": "OrderType" },
		"side": { "$ref": "Side" },
		"qty": { "type": "number" },
		"status": { "$ref": "OrderStatus" },
		"limitPrice": { "type": ["number", "null"] },
		"stopPrice": { "type": ["number", "null"] },
		"takeProfit": { "type": ["number", "null"] },
		"stopLoss": { "type": ["number", "null"] },
		"guaranteedStop": { "type": ["number", "null"] },
		"trailingStopPips": { "type": ["number", "null"] },
		"stopType": { "anyOf": [{ "$ref": "StopType" }, { "type": "null" }] },
		"duration": { "anyOf": [{ "$ref": "OrderDuration" }, { "type": "null" }] },
		"filledQty": { "type": "number" },
		"avgPrice": { "type": ["number", "null"] },
		"parentId": { "type": ["string", "null"] },
		"parentType": { "type": ["integer", "null"] },
		"message": { "anyOf": [{ "$ref": "OrderMessage" }, { "type": "null" }] },
		"updateTime": {
			"format": "int64",
			"maximum": 9007199254740991,
			"minimum": 0,
			"type": "integer"
		}
	},
	"required": [
		"id",
		"symbol",
		"type",
		"side",
		"qty",
		"status",
		"limitPrice",
		"stopPrice",
		"takeProfit",
		"stopLoss",
		"guaranteedStop",
		"trailingStopPips",
		"stopType",
		"duration",
		"filledQty",
		"avgPrice",
		"parentId",
		"parentType",
		"message",
		"updateTime"
	],
	"type": "object",
	"$id": "PlacedOrder"
};
var schema29 = {
	"enum": [
		1,
		2,
		3,
		4
	],
	"type": "integer",
	"$id": "OrderType"
};
function validate60(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	if (!(typeof data == "number" && !(data % 1) && !isNaN(data))) {
		validate60.errors = [{
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "integer" }
		}];
		return false;
	}
	if (!(data === 1 || data === 2 || data === 3 || data === 4)) {
		validate60.errors = [{
			instancePath,
			schemaPath: "#/enum",
			keyword: "enum",
			params: { allowedValues: schema29.enum }
		}];
		return false;
	}
	validate60.errors = vErrors;
	return true;
}
var schema30 = {
	"enum": [
		1,
		2,
		3,
		4,
		5,
		6
	],
	"type": "integer",
	"$id": "OrderStatus"
};
function validate63(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	if (!(typeof data == "number" && !(data % 1) && !isNaN(data))) {
		validate63.errors = [{
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "integer" }
		}];
		return false;
	}
	if (!(data === 1 || data === 2 || data === 3 || data === 4 || data === 5 || data === 6)) {
		validate63.errors = [{
			instancePath,
			schemaPath: "#/enum",
			keyword: "enum",
			params: { allowedValues: schema30.enum }
		}];
		return false;
	}
	validate63.errors = vErrors;
	return true;
}
var schema31 = {
	"enum": [
		0,
		1,
		2
	],
	"type": "integer",
	"$id": "StopType"
};
function validate65(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	if (!(typeof data == "number" && !(data % 1) && !isNaN(data))) {
		validate65.errors = [{
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "integer" }
		}];
		return false;
	}
	if (!(data === 0 || data === 1 || data === 2)) {
		validate65.errors = [{
			instancePath,
			schemaPath: "#/enum",
			keyword: "enum",
			params: { allowedValues: schema31.enum }
		}];
		return false;
	}
	validate65.errors = vErrors;
	return true;
}
var schema32 = {
	"properties": {
		"type": {
			"enum": [
				"DAY",
				"GTC",
				"GTD",
				"IOC",
				"FOK"
			],
			"type": "string"
		},
		"datetime": { "anyOf": [{
			"format": "int64",
			"maximum": 9007199254740991,
			"minimum": 0,
			"type": "integer"
		}, { "type": "null" }] }
	},
	"required": ["type", "datetime"],
	"type": "object",
	"$id": "OrderDuration"
};
function validate67(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (errors === 0) {
		if (data && typeof data == "object" && !Array.isArray(data)) {
			let missing0;
			if (data.type === void 0 && (missing0 = "type") || data.datetime === void 0 && (missing0 = "datetime")) {
				validate67.errors = [{
					instancePath,
					schemaPath: "#/required",
					keyword: "required",
					params: { missingProperty: missing0 }
				}];
				return false;
			} else {
				if (data.type !== void 0) {
					let data0 = data.type;
					const _errs1 = errors;
					if (typeof data0 !== "string") {
						validate67.errors = [{
							instancePath: instancePath + "/type",
							schemaPath: "#/properties/type/type",
							keyword: "type",
							params: { type: "string" }
						}];
						return false;
					}
					if (!(data0 === "DAY" || data0 === "GTC" || data0 === "GTD" || data0 === "IOC" || data0 === "FOK")) {
						validate67.errors = [{
							instancePath: instancePath + "/type",
							schemaPath: "#/properties/type/enum",
							keyword: "enum",
							params: { allowedValues: schema32.properties.type.enum }
						}];
						return false;
					}
					var valid0 = _errs1 === errors;
				} else var valid0 = true;
				if (valid0) {
					if (data.datetime !== void 0) {
						let data1 = data.datetime;
						const _errs3 = errors;
						const _errs4 = errors;
						let valid1 = false;
						const _errs5 = errors;
						if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1))) {
							const err0 = {
								instancePath: instancePath + "/datetime",
								schemaPath: "#/properties/datetime/anyOf/0/type",
								keyword: "type",
								params: { type: "integer" }
							};
							if (vErrors === null) vErrors = [err0];
							else vErrors.push(err0);
							errors++;
						}
						if (errors === _errs5) {
							if (typeof data1 == "number") {
								if (data1 > 9007199254740991 || isNaN(data1)) {
									const err1 = {
										instancePath: instancePath + "/datetime",
										schemaPath: "#/properties/datetime/anyOf/0/maximum",
										keyword: "maximum",
										params: {
											comparison: "<=",
											limit: 9007199254740991
										}
									};
									if (vErrors === null) vErrors = [err1];
									else vErrors.push(err1);
									errors++;
								} else if (data1 < 0 || isNaN(data1)) {
									const err2 = {
										instancePath: instancePath + "/datetime",
										schemaPath: "#/properties/datetime/anyOf/0/minimum",
										keyword: "minimum",
										params: {
											comparison: ">=",
											limit: 0
										}
									};
									if (vErrors === null) vErrors = [err2];
									else vErrors.push(err2);
									errors++;
								}
							}
						}
						var _valid0 = _errs5 === errors;
						valid1 = valid1 || _valid0;
						if (!valid1) {
							const _errs7 = errors;
							if (data1 !== null) {
								const err3 = {
									instancePath: instancePath + "/datetime",
									schemaPath: "#/properties/datetime/anyOf/1/type",
									keyword: "type",
									params: { type: "null" }
								};
								if (vErrors === null) vErrors = [err3];
								else vErrors.push(err3);
								errors++;
							}
							var _valid0 = _errs7 === errors;
							valid1 = valid1 || _valid0;
						}
						if (!valid1) {
							const err4 = {
								instancePath: instancePath + "/datetime",
								schemaPath: "#/properties/datetime/anyOf",
								keyword: "anyOf",
								params: {}
							};
							if (vErrors === null) vErrors = [err4];
							else vErrors.push(err4);
							errors++;
							validate67.errors = vErrors;
							return false;
						} else {
							errors = _errs4;
							if (vErrors !== null) {
								if (_errs4) vErrors.length = _errs4;
								else vErrors = null;
							}
						}
						var valid0 = _errs3 === errors;
					} else var valid0 = true;
				}
			}
		} else {
			validate67.errors = [{
				instancePath,
				schemaPath: "#/type",
				keyword: "type",
				params: { type: "object" }
			}];
			return false;
		}
	}
	validate67.errors = vErrors;
	return errors === 0;
}
var schema33 = {
	"properties": {
		"type": {
			"enum": [
				"information",
				"warning",
				"error"
			],
			"type": "string"
		},
		"text": { "type": "string" }
	},
	"required": ["type", "text"],
	"type": "object",
	"$id": "OrderMessage"
};
function validate69(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		let missing0;
		if (data.type === void 0 && (missing0 = "type") || data.text === void 0 && (missing0 = "text")) {
			validate69.errors = [{
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: missing0 }
			}];
			return false;
		} else {
			if (data.type !== void 0) {
				let data0 = data.type;
				if (typeof data0 !== "string") {
					validate69.errors = [{
						instancePath: instancePath + "/type",
						schemaPath: "#/properties/type/type",
						keyword: "type",
						params: { type: "string" }
					}];
					return false;
				}
				if (!(data0 === "information" || data0 === "warning" || data0 === "error")) {
					validate69.errors = [{
						instancePath: instancePath + "/type",
						schemaPath: "#/properties/type/enum",
						keyword: "enum",
						params: { allowedValues: schema33.properties.type.enum }
					}];
					return false;
				}
				var valid0 = true;
			} else var valid0 = true;
			if (valid0) {
				if (data.text !== void 0) {
					if (typeof data.text !== "string") {
						validate69.errors = [{
							instancePath: instancePath + "/text",
							schemaPath: "#/properties/text/type",
							keyword: "type",
							params: { type: "string" }
						}];
						return false;
					}
					var valid0 = true;
				} else var valid0 = true;
			}
		}
	} else {
		validate69.errors = [{
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" }
		}];
		return false;
	}
	validate69.errors = vErrors;
	return true;
}
function validate59(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (errors === 0) {
		if (data && typeof data == "object" && !Array.isArray(data)) {
			let missing0;
			if (data.id === void 0 && (missing0 = "id") || data.symbol === void 0 && (missing0 = "symbol") || data.type === void 0 && (missing0 = "type") || data.side === void 0 && (missing0 = "side") || data.qty === void 0 && (missing0 = "qty") || data.status === void 0 && (missing0 = "status") || data.limitPrice === void 0 && (missing0 = "limitPrice") || data.stopPrice === void 0 && (missing0 = "stopPrice") || data.takeProfit === void 0 && (missing0 = "takeProfit") || data.stopLoss === void 0 && (missing0 = "stopLoss") || data.guaranteedStop === void 0 && (missing0 = "guaranteedStop") || data.trailingStopPips === void 0 && (missing0 = "trailingStopPips") || data.stopType === void 0 && (missing0 = "stopType") || data.duration === void 0 && (missing0 = "duration") || data.filledQty === void 0 && (missing0 = "filledQty") || data.avgPrice === void 0 && (missing0 = "avgPrice") || data.parentId === void 0 && (missing0 = "parentId") || data.parentType === void 0 && (missing0 = "parentType") || data.message === void 0 && (missing0 = "message") || data.updateTime === void 0 && (missing0 = "updateTime")) {
				validate59.errors = [{
					instancePath,
					schemaPath: "#/required",
					keyword: "required",
					params: { missingProperty: missing0 }
				}];
				return false;
			} else {
				if (data.id !== void 0) {
					const _errs1 = errors;
					if (typeof data.id !== "string") {
						validate59.errors = [{
							instancePath: instancePath + "/id",
							schemaPath: "#/properties/id/type",
							keyword: "type",
							params: { type: "string" }
						}];
						return false;
					}
					var valid0 = _errs1 === errors;
				} else var valid0 = true;
				if (valid0) {
					if (data.symbol !== void 0) {
						const _errs3 = errors;
						if (typeof data.symbol !== "string") {
							validate59.errors = [{
								instancePath: instancePath + "/symbol",
								schemaPath: "#/properties/symbol/type",
								keyword: "type",
								params: { type: "string" }
							}];
							return false;
						}
						var valid0 = _errs3 === errors;
					} else var valid0 = true;
					if (valid0) {
						if (data.type !== void 0) {
							const _errs5 = errors;
							if (!validate60(data.type, {
								instancePath: instancePath + "/type",
								parentData: data,
								parentDataProperty: "type",
								rootData
							})) {
								vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors);
								errors = vErrors.length;
							}
							var valid0 = _errs5 === errors;
						} else var valid0 = true;
						if (valid0) {
							if (data.side !== void 0) {
								const _errs6 = errors;
								if (!validate55(data.side, {
									instancePath: instancePath + "/side",
									parentData: data,
									parentDataProperty: "side",
									rootData
								})) {
									vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
									errors = vErrors.length;
								}
								var valid0 = _errs6 === errors;
							} else var valid0 = true;
							if (valid0) {
								if (data.qty !== void 0) {
									const _errs7 = errors;
									if (!(typeof data.qty == "number")) {
										validate59.errors = [{
											instancePath: instancePath + "/qty",
											schemaPath: "#/properties/qty/type",
											keyword: "type",
											params: { type: "number" }
										}];
										return false;
									}
									var valid0 = _errs7 === errors;
								} else var valid0 = true;
								if (valid0) {
									if (data.status !== void 0) {
										const _errs9 = errors;
										if (!validate63(data.status, {
											instancePath: instancePath + "/status",
											parentData: data,
											parentDataProperty: "status",
											rootData
										})) {
											vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
											errors = vErrors.length;
										}
										var valid0 = _errs9 === errors;
									} else var valid0 = true;
									if (valid0) {
										if (data.limitPrice !== void 0) {
											let data6 = data.limitPrice;
											const _errs10 = errors;
											if (!(typeof data6 == "number") && data6 !== null) {
												validate59.errors = [{
													instancePath: instancePath + "/limitPrice",
													schemaPath: "#/properties/limitPrice/type",
													keyword: "type",
													params: { type: schema28.properties.limitPrice.type }
												}];
												return false;
											}
											var valid0 = _errs10 === errors;
										} else var valid0 = true;
										if (valid0) {
											if (data.stopPrice !== void 0) {
												let data7 = data.stopPrice;
												const _errs12 = errors;
												if (!(typeof data7 == "number") && data7 !== null) {
													validate59.errors = [{
														instancePath: instancePath + "/stopPrice",
														schemaPath: "#/properties/stopPrice/type",
														keyword: "type",
														params: { type: schema28.properties.stopPrice.type }
													}];
													return false;
												}
												var valid0 = _errs12 === errors;
											} else var valid0 = true;
											if (valid0) {
												if (data.takeProfit !== void 0) {
													let data8 = data.takeProfit;
													const _errs14 = errors;
													if (!(typeof data8 == "number") && data8 !== null) {
														validate59.errors = [{
															instancePath: instancePath + "/takeProfit",
															schemaPath: "#/properties/takeProfit/type",
															keyword: "type",
															params: { type: schema28.properties.takeProfit.type }
														}];
														return false;
													}
													var valid0 = _errs14 === errors;
												} else var valid0 = true;
												if (valid0) {
													if (data.stopLoss !== void 0) {
														let data9 = data.stopLoss;
														const _errs16 = errors;
														if (!(typeof data9 == "number") && data9 !== null) {
															validate59.errors = [{
																instancePath: instancePath + "/stopLoss",
																schemaPath: "#/properties/stopLoss/type",
																keyword: "type",
																params: { type: schema28.properties.stopLoss.type }
															}];
															return false;
														}
														var valid0 = _errs16 === errors;
													} else var valid0 = true;
													if (valid0) {
														if (data.guaranteedStop !== void 0) {
															let data10 = data.guaranteedStop;
															const _errs18 = errors;
															if (!(typeof data10 == "number") && data10 !== null) {
																validate59.errors = [{
																	instancePath: instancePath + "/guaranteedStop",
																	schemaPath: "#/properties/guaranteedStop/type",
																	keyword: "type",
																	params: { type: schema28.properties.guaranteedStop.type }
																}];
																return false;
															}
															var valid0 = _errs18 === errors;
														} else var valid0 = true;
														if (valid0) {
															if (data.trailingStopPips !== void 0) {
																let data11 = data.trailingStopPips;
																const _errs20 = errors;
																if (!(typeof data11 == "number") && data11 !== null) {
																	validate59.errors = [{
																		instancePath: instancePath + "/trailingStopPips",
																		schemaPath: "#/properties/trailingStopPips/type",
																		keyword: "type",
																		params: { type: schema28.properties.trailingStopPips.type }
																	}];
																	return false;
																}
																var valid0 = _errs20 === errors;
															} else var valid0 = true;
															if (valid0) {
																if (data.stopType !== void 0) {
																	let data12 = data.stopType;
																	const _errs22 = errors;
																	const _errs23 = errors;
																	let valid1 = false;
																	const _errs24 = errors;
																	if (!validate65(data12, {
																		instancePath: instancePath + "/stopType",
																		parentData: data,
																		parentDataProperty: "stopType",
																		rootData
																	})) {
																		vErrors = vErrors === null ? validate65.errors : vErrors.concat(validate65.errors);
																		errors = vErrors.length;
																	}
																	var _valid0 = _errs24 === errors;
																	valid1 = valid1 || _valid0;
																	if (!valid1) {
																		const _errs25 = errors;
																		if (data12 !== null) {
																			const err0 = {
																				instancePath: instancePath + "/stopType",
																				schemaPath: "#/properties/stopType/anyOf/1/type",
																				keyword: "type",
																				params: { type: "null" }
																			};
																			if (vErrors === null) vErrors = [err0];
																			else vErrors.push(err0);
																			errors++;
																		}
																		var _valid0 = _errs25 === errors;
																		valid1 = valid1 || _valid0;
																	}
																	if (!valid1) {
																		const err1 = {
																			instancePath: instancePath + "/stopType",
																			schemaPath: "#/properties/stopType/anyOf",
																			keyword: "anyOf",
																			params: {}
																		};
																		if (vErrors === null) vErrors = [err1];
																		else vErrors.push(err1);
																		errors++;
																		validate59.errors = vErrors;
																		return false;
																	} else {
																		errors = _errs23;
																		if (vErrors !== null) {
																			if (_errs23) vErrors.length = _errs23;
																			else vErrors = null;
																		}
																	}
																	var valid0 = _errs22 === errors;
																} else var valid0 = true;
																if (valid0) {
																	if (data.duration !== void 0) {
																		let data13 = data.duration;
																		const _errs27 = errors;
																		const _errs28 = errors;
																		let valid2 = false;
																		const _errs29 = errors;
																		if (!validate67(data13, {
																			instancePath: instancePath + "/duration",
																			parentData: data,
																			parentDataProperty: "duration",
																			rootData
																		})) {
																			vErrors = vErrors === null ? validate67.errors : vErrors.concat(validate67.errors);
																			errors = vErrors.length;
																		}
																		var _valid1 = _errs29 === errors;
																		valid2 = valid2 || _valid1;
																		if (!valid2) {
																			const _errs30 = errors;
																			if (data13 !== null) {
																				const err2 = {
																					instancePath: instancePath + "/duration",
																					schemaPath: "#/properties/duration/anyOf/1/type",
																					keyword: "type",
																					params: { type: "null" }
																				};
																				if (vErrors === null) vErrors = [err2];
																				else vErrors.push(err2);
																				errors++;
																			}
																			var _valid1 = _errs30 === errors;
																			valid2 = valid2 || _valid1;
																		}
																		if (!valid2) {
																			const err3 = {
																				instancePath: instancePath + "/duration",
																				schemaPath: "#/properties/duration/anyOf",
																				keyword: "anyOf",
																				params: {}
																			};
																			if (vErrors === null) vErrors = [err3];
																			else vErrors.push(err3);
																			errors++;
																			validate59.errors = vErrors;
																			return false;
																		} else {
																			errors = _errs28;
																			if (vErrors !== null) {
																				if (_errs28) vErrors.length = _errs28;
																				else vErrors = null;
																			}
																		}
																		var valid0 = _errs27 === errors;
																	} else var valid0 = true;
																	if (valid0) {
																		if (data.filledQty !== void 0) {
																			const _errs32 = errors;
																			if (!(typeof data.filledQty == "number")) {
																				validate59.errors = [{
																					instancePath: instancePath + "/filledQty",
																					schemaPath: "#/properties/filledQty/type",
																					keyword: "type",
																					params: { type: "number" }
																				}];
																				return false;
																			}
																			var valid0 = _errs32 === errors;
																		} else var valid0 = true;
																		if (valid0) {
																			if (data.avgPrice !== void 0) {
																				let data15 = data.avgPrice;
																				const _errs34 = errors;
																				if (!(typeof data15 == "number") && data15 !== null) {
																					validate59.errors = [{
																						instancePath: instancePath + "/avgPrice",
																						schemaPath: "#/properties/avgPrice/type",
																						keyword: "type",
																						params: { type: schema28.properties.avgPrice.type }
																					}];
																					return false;
																				}
																				var valid0 = _errs34 === errors;
																			} else var valid0 = true;
																			if (valid0) {
																				if (data.parentId !== void 0) {
																					let data16 = data.parentId;
																					const _errs36 = errors;
																					if (typeof data16 !== "string" && data16 !== null) {
																						validate59.errors = [{
																							instancePath: instancePath + "/parentId",
																							schemaPath: "#/properties/parentId/type",
																							keyword: "type",
																							params: { type: schema28.properties.parentId.type }
																						}];
																						return false;
																					}
																					var valid0 = _errs36 === errors;
																				} else var valid0 = true;
																				if (valid0) {
																					if (data.parentType !== void 0) {
																						let data17 = data.parentType;
																						const _errs38 = errors;
																						if (!(typeof data17 == "number" && !(data17 % 1) && !isNaN(data17)) && data17 !== null) {
																							validate59.errors = [{
																								instancePath: instancePath + "/parentType",
																								schemaPath: "#/properties/parentType/type",
																								keyword: "type",
																								params: { type: schema28.properties.parentType.type }
																							}];
																							return false;
																						}
																						var valid0 = _errs38 === errors;
																					} else var valid0 = true;
																					if (valid0) {
																						if (data.message !== void 0) {
																							let data18 = data.message;
																							const _errs40 = errors;
																							const _errs41 = errors;
																							let valid3 = false;
																							const _errs42 = errors;
																							if (!validate69(data18, {
																								instancePath: instancePath + "/message",
																								parentData: data,
																								parentDataProperty: "message",
																								rootData
																							})) {
																								vErrors = vErrors === null ? validate69.errors : vErrors.concat(validate69.errors);
																								errors = vErrors.length;
																							}
																							var _valid2 = _errs42 === errors;
																							valid3 = valid3 || _valid2;
																							if (!valid3) {
																								const _errs43 = errors;
																								if (data18 !== null) {
																									const err4 = {
																										instancePath: instancePath + "/message",
																										schemaPath: "#/properties/message/anyOf/1/type",
																										keyword: "type",
																										params: { type: "null" }
																									};
																									if (vErrors === null) vErrors = [err4];
																									else vErrors.push(err4);
																									errors++;
																								}
																								var _valid2 = _errs43 === errors;
																								valid3 = valid3 || _valid2;
																							}
																							if (!valid3) {
																								const err5 = {
																									instancePath: instancePath + "/message",
																									schemaPath: "#/properties/message/anyOf",
																									keyword: "anyOf",
																									params: {}
																								};
																								if (vErrors === null) vErrors = [err5];
																								else vErrors.push(err5);
																								errors++;
																								validate59.errors = vErrors;
																								return false;
																							} else {
																								errors = _errs41;
																								if (vErrors !== null) {
																									if (_errs41) vErrors.length = _errs41;
																									else vErrors = null;
																								}
																							}
																							var valid0 = _errs40 === errors;
																						} else var valid0 = true;
																						if (valid0) {
																							if (data.updateTime !== void 0) {
																								let data19 = data.updateTime;
																								const _errs45 = errors;
																								if (!(typeof data19 == "number" && !(data19 % 1) && !isNaN(data19))) {
																									validate59.errors = [{
																										instancePath: instancePath + "/updateTime",
																										schemaPath: "#/properties/updateTime/type",
																										keyword: "type",
																										params: { type: "integer" }
																									}];
																									return false;
																								}
																								if (errors === _errs45) {
																									if (typeof data19 == "number") {
																										if (data19 > 9007199254740991 || isNaN(data19)) {
																											validate59.errors = [{
																												instancePath: instancePath + "/updateTime",
																												schemaPath: "#/properties/updateTime/maximum",
																												keyword: "maximum",
																												params: {
																													comparison: "<=",
																													limit: 9007199254740991
																												}
																											}];
																											return false;
																										} else if (data19 < 0 || isNaN(data19)) {
																											validate59.errors = [{
																												instancePath: instancePath + "/updateTime",
																												schemaPath: "#/properties/updateTime/minimum",
																												keyword: "minimum",
																												params: {
																													comparison: ">=",
																													limit: 0
																												}
																											}];
																											return false;
																										}
																									}
																								}
																								var valid0 = _errs45 === errors;
																							} else var valid0 = true;
																						}
																					}
																				}
																			}
																		}
																	}
																}
															}
														}
													}
												}
											}
										}
									}
								}
							}
						}
					}
				}
			}
		} else {
			validate59.errors = [{
				instancePath,
				schemaPath: "#/type",
				keyword: "type",
				params: { type: "object" }
			}];
			return false;
		}
	}
	validate59.errors = vErrors;
	return errors === 0;
}
function validate58(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (errors === 0) {
		if (data && typeof data == "object" && !Array.isArray(data)) {
			let missing0;
			if (data.type === void 0 && (missing0 = "type") || data.payload === void 0 && (missing0 = "payload")) {
				validate58.errors = [{
					instancePath,
					schemaPath: "#/required",
					keyword: "required",
					params: { missingProperty: missing0 }
				}];
				return false;
			} else if (data.payload !== void 0) {
				let data0 = data.payload;
				if (errors === errors) {
					if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
						let missing1;
						if (data0.topic === void 0 && (missing1 = "topic") || data0.payload === void 0 && (missing1 = "payload") || data0.seq === void 0 && (missing1 = "seq") || data0.ts === void 0 && (missing1 = "ts")) {
							validate58.errors = [{
								instancePath: instancePath + "/payload",
								schemaPath: "#/properties/payload/required",
								keyword: "required",
								params: { missingProperty: missing1 }
							}];
							return false;
						} else {
							if (data0.topic !== void 0) {
								const _errs3 = errors;
								if (typeof data0.topic !== "string") {
									validate58.errors = [{
										instancePath: instancePath + "/payload/topic",
										schemaPath: "#/properties/payload/properties/topic/type",
										keyword: "type",
										params: { type: "string" }
									}];
									return false;
								}
								var valid1 = _errs3 === errors;
							} else var valid1 = true;
							if (valid1) {
								if (data0.payload !== void 0) {
									const _errs5 = errors;
									if (!validate59(data0.payload, {
										instancePath: instancePath + "/payload/payload",
										parentData: data0,
										parentDataProperty: "payload",
										rootData
									})) {
										vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
										errors = vErrors.length;
									}
									var valid1 = _errs5 === errors;
								} else var valid1 = true;
								if (valid1) {
									if (data0.seq !== void 0) {
										let data3 = data0.seq;
										const _errs6 = errors;
										if (!(typeof data3 == "number" && !(data3 % 1) && !isNaN(data3))) {
											validate58.errors = [{
												instancePath: instancePath + "/payload/seq",
												schemaPath: "#/properties/payload/properties/seq/type",
												keyword: "type",
												params: { type: "integer" }
											}];
											return false;
										}
										if (errors === _errs6) {
											if (typeof data3 == "number") {
												if (data3 > 9007199254740991 || isNaN(data3)) {
													validate58.errors = [{
														instancePath: instancePath + "/payload/seq",
														schemaPath: "#/properties/payload/properties/seq/maximum",
														keyword: "maximum",
														params: {
															comparison: "<=",
															limit: 9007199254740991
														}
													}];
													return false;
												} else if (data3 < 0 || isNaN(data3)) {
													validate58.errors = [{
														instancePath: instancePath + "/payload/seq",
														schemaPath: "#/properties/payload/properties/seq/minimum",
														keyword: "minimum",
														params: {
															comparison: ">=",
															limit: 0
														}
													}];
													return false;
												}
											}
										}
										var valid1 = _errs6 === errors;
									} else var valid1 = true;
									if (valid1) {
										if (data0.ts !== void 0) {
											let data4 = data0.ts;
											const _errs8 = errors;
											if (!(typeof data4 == "number" && !(data4 % 1) && !isNaN(data4))) {
												validate58.errors = [{
													instancePath: instancePath + "/payload/ts",
													schemaPath: "#/properties/payload/properties/ts/type",
													keyword: "type",
													params: { type: "integer" }
												}];
												return false;
											}
											if (errors === _errs8) {
												if (typeof data4 == "number") {
													if (data4 > 9007199254740991 || isNaN(data4)) {
														validate58.errors = [{
															instancePath: instancePath + "/payload/ts",
															schemaPath: "#/properties/payload/properties/ts/maximum",
															keyword: "maximum",
															params: {
																comparison: "<=",
																limit: 9007199254740991
															}
														}];
														return false;
													} else if (data4 < 0 || isNaN(data4)) {
														validate58.errors = [{
															instancePath: instancePath + "/payload/ts",
															schemaPath: "#/properties/payload/properties/ts/minimum",
															keyword: "minimum",
															params: {
																comparison: ">=",
																limit: 0
															}
														}];
														return false;
													}
												}
											}
											var valid1 = _errs8 === errors;
										} else var valid1 = true;
										if (valid1) {
											if (data0.step !== void 0) {
												let data5 = data0.step;
												const _errs10 = errors;
												if (!(typeof data5 == "number" && !(data5 % 1) && !isNaN(data5))) {
													validate58.errors = [{
														instancePath: instancePath + "/payload/step",
														schemaPath: "#/properties/payload/properties/step/type",
														keyword: "type",
														params: { type: "integer" }
													}];
													return false;
												}
												if (errors === _errs10) {
													if (typeof data5 == "number") {
														if (data5 > 9007199254740991 || isNaN(data5)) {
															validate58.errors = [{
																instancePath: instancePath + "/payload/step",
																schemaPath: "#/properties/payload/properties/step/maximum",
																keyword: "maximum",
																params: {
																	comparison: "<=",
																	limit: 9007199254740991
																}
															}];
															return false;
														} else if (data5 < 0 || isNaN(data5)) {
															validate58.errors = [{
																instancePath: instancePath + "/payload/step",
																schemaPath: "#/properties/payload/properties/step/minimum",
																keyword: "minimum",
																params: {
																	comparison: ">=",
																	limit: 0
																}
															}];
															return false;
														}
													}
												}
												var valid1 = _errs10 === errors;
											} else var valid1 = true;
											if (valid1) {
												if (data0.snapshot !== void 0) {
													let data6 = data0.snapshot;
													const _errs12 = errors;
													if (typeof data6 !== "boolean") {
														validate58.errors = [{
															instancePath: instancePath + "/payload/snapshot",
															schemaPath: "#/properties/payload/properties/snapshot/type",
															keyword: "type",
															params: { type: "boolean" }
														}];
														return false;
													}
													if (true !== data6) {
														validate58.errors = [{
															instancePath: instancePath + "/payload/snapshot",
															schemaPath: "#/properties/payload/properties/snapshot/const",
															keyword: "const",
															params: { allowedValue: true }
														}];
														return false;
													}
													var valid1 = _errs12 === errors;
												} else var valid1 = true;
												if (valid1) {
													if (data0.skipped !== void 0) {
														let data7 = data0.skipped;
														const _errs14 = errors;
														if (!(typeof data7 == "number" && !(data7 % 1) && !isNaN(data7))) {
															validate58.errors = [{
																instancePath: instancePath + "/payload/skipped",
																schemaPath: "#/properties/payload/properties/skipped/type",
																keyword: "type",
																params: { type: "integer" }
															}];
															return false;
														}
														if (errors === _errs14) {
															if (typeof data7 == "number") {
																if (data7 > 9007199254740991 || isNaN(data7)) {
																	validate58.errors = [{
																		instancePath: instancePath + "/payload/skipped",
																		schemaPath: "#/properties/payload/properties/skipped/maximum",
																		keyword: "maximum",
																		params: {
																			comparison: "<=",
																			limit: 9007199254740991
																		}
																	}];
																	return false;
																} else if (data7 < 1 || isNaN(data7)) {
																	validate58.errors = [{
																		instancePath: instancePath + "/payload/skipped",
																		schemaPath: "#/properties/payload/properties/skipped/minimum",
																		keyword: "minimum",
																		params: {
																			comparison: ">=",
																			limit: 1
																		}
																	}];
																	return false;
																}
															}
														}
														var valid1 = _errs14 === errors;
													} else var valid1 = true;
													if (valid1) {
														if (data0.gap !== void 0) {
															let data8 = data0.gap;
															const _errs16 = errors;
															if (typeof data8 !== "boolean") {
																validate58.errors = [{
																	instancePath: instancePath + "/payload/gap",
																	schemaPath: "#/properties/payload/properties/gap/type",
																	keyword: "type",
																	params: { type: "boolean" }
																}];
																return false;
															}
															if (true !== data8) {
																validate58.errors = [{
																	instancePath: instancePath + "/payload/gap",
																	schemaPath: "#/properties/payload/properties/gap/const",
																	keyword: "const",
																	params: { allowedValue: true }
																}];
																return false;
															}
															var valid1 = _errs16 === errors;
														} else var valid1 = true;
													}
												}
											}
										}
									}
								}
							}
						}
					} else {
						validate58.errors = [{
							instancePath: instancePath + "/payload",
							schemaPath: "#/properties/payload/type",
							keyword: "type",
							params: { type: "object" }
						}];
						return false;
					}
				}
			}
		} else {
			validate58.errors = [{
				instancePath,
				schemaPath: "#/type",
				keyword: "type",
				params: { type: "object" }
			}];
			return false;
		}
	}
	validate58.errors = vErrors;
	return errors === 0;
}
var check9 = validate72;
var schema35 = {
	"properties": {
		"t": { "type": ["integer", "number"] },
		"ts": {
			"format": "int64",
			"maximum": 9007199254740991,
			"minimum": 0,
			"type": "integer"
		},
		"contract": { "type": "integer" }
	},
	"required": ["ts", "contract"],
	"type": "object",
	"$id": "PongPayload"
};
function validate74(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		let missing0;
		if (data.ts === void 0 && (missing0 = "ts") || data.contract === void 0 && (missing0 = "contract")) {
			validate74.errors = [{
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: missing0 }
			}];
			return false;
		} else {
			if (data.t !== void 0) {
				if (!(typeof data.t == "number")) {
					validate74.errors = [{
						instancePath: instancePath + "/t",
						schemaPath: "#/properties/t/type",
						keyword: "type",
						params: { type: schema35.properties.t.type }
					}];
					return false;
				}
				var valid0 = true;
			} else var valid0 = true;
			if (valid0) {
				if (data.ts !== void 0) {
					let data1 = data.ts;
					if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1))) {
						validate74.errors = [{
							instancePath: instancePath + "/ts",
							schemaPath: "#/properties/ts/type",
							keyword: "type",
							params: { type: "integer" }
						}];
						return false;
					}
					if (typeof data1 == "number") {
						if (data1 > 9007199254740991 || isNaN(data1)) {
							validate74.errors = [{
								instancePath: instancePath + "/ts",
								schemaPath: "#/properties/ts/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 9007199254740991
								}
							}];
							return false;
						} else if (data1 < 0 || isNaN(data1)) {
							validate74.errors = [{
								instancePath: instancePath + "/ts",
								schemaPath: "#/properties/ts/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 0
								}
							}];
							return false;
						}
					}
					var valid0 = true;
				} else var valid0 = true;
				if (valid0) {
					if (data.contract !== void 0) {
						let data2 = data.contract;
						if (!(typeof data2 == "number" && !(data2 % 1) && !isNaN(data2))) {
							validate74.errors = [{
								instancePath: instancePath + "/contract",
								schemaPath: "#/properties/contract/type",
								keyword: "type",
								params: { type: "integer" }
							}];
							return false;
						}
						var valid0 = true;
					} else var valid0 = true;
				}
			}
		}
	} else {
		validate74.errors = [{
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" }
		}];
		return false;
	}
	validate74.errors = vErrors;
	return true;
}
function validate72(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (errors === 0) {
		if (data && typeof data == "object" && !Array.isArray(data)) {
			let missing0;
			if (data.type === void 0 && (missing0 = "type") || data.payload === void 0 && (missing0 = "payload")) {
				validate72.errors = [{
					instancePath,
					schemaPath: "#/required",
					keyword: "required",
					params: { missingProperty: missing0 }
				}];
				return false;
			} else {
				if (data.id !== void 0) {
					const _errs1 = errors;
					if (!validate25(data.id, {
						instancePath: instancePath + "/id",
						parentData: data,
						parentDataProperty: "id",
						rootData
					})) {
						vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
						errors = vErrors.length;
					}
					var valid0 = _errs1 === errors;
				} else var valid0 = true;
				if (valid0) {
					if (data.payload !== void 0) {
						const _errs2 = errors;
						if (!validate74(data.payload, {
							instancePath: instancePath + "/payload",
							parentData: data,
							parentDataProperty: "payload",
							rootData
						})) {
							vErrors = vErrors === null ? validate74.errors : vErrors.concat(validate74.errors);
							errors = vErrors.length;
						}
						var valid0 = _errs2 === errors;
					} else var valid0 = true;
				}
			}
		} else {
			validate72.errors = [{
				instancePath,
				schemaPath: "#/type",
				keyword: "type",
				params: { type: "object" }
			}];
			return false;
		}
	}
	validate72.errors = vErrors;
	return errors === 0;
}
var check10 = validate76;
function validate77(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (errors === 0) {
		if (data && typeof data == "object" && !Array.isArray(data)) {
			let missing0;
			if (data.id === void 0 && (missing0 = "id") || data.symbol === void 0 && (missing0 = "symbol") || data.qty === void 0 && (missing0 = "qty") || data.side === void 0 && (missing0 = "side") || data.avgPrice === void 0 && (missing0 = "avgPrice")) {
				validate77.errors = [{
					instancePath,
					schemaPath: "#/required",
					keyword: "required",
					params: { missingProperty: missing0 }
				}];
				return false;
			} else {
				if (data.id !== void 0) {
					const _errs1 = errors;
					if (typeof data.id !== "string") {
						validate77.errors = [{
							instancePath: instancePath + "/id",
							schemaPath: "#/properties/id/type",
							keyword: "type",
							params: { type: "string" }
						}];
						return false;
					}
					var valid0 = _errs1 === errors;
				} else var valid0 = true;
				if (valid0) {
					if (data.symbol !== void 0) {
						const _errs3 = errors;
						if (typeof data.symbol !== "string") {
							validate77.errors = [{
								instancePath: instancePath + "/symbol",
								schemaPath: "#/properties/symbol/type",
								keyword: "type",
								params: { type: "string" }
							}];
							return false;
						}
						var valid0 = _errs3 === errors;
					} else var valid0 = true;
					if (valid0) {
						if (data.qty !== void 0) {
							const _errs5 = errors;
							if (!(typeof data.qty == "number")) {
								validate77.errors = [{
									instancePath: instancePath + "/qty",
									schemaPath: "#/properties/qty/type",
									keyword: "type",
									params: { type: "number" }
								}];
								return false;
							}
							var valid0 = _errs5 === errors;
						} else var valid0 = true;
						if (valid0) {
							if (data.side !== void 0) {
								const _errs7 = errors;
								if (!validate55(data.side, {
									instancePath: instancePath + "/side",
									parentData: data,
									parentDataProperty: "side",
									rootData
								})) {
									vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
									errors = vErrors.length;
								}
								var valid0 = _errs7 === errors;
							} else var valid0 = true;
							if (valid0) {
								if (data.avgPrice !== void 0) {
									const _errs8 = errors;
									if (!(typeof data.avgPrice == "number")) {
										validate77.errors = [{
											instancePath: instancePath + "/avgPrice",
											schemaPath: "#/properties/avgPrice/type",
											keyword: "type",
											params: { type: "number" }
										}];
										return false;
									}
									var valid0 = _errs8 === errors;
								} else var valid0 = true;
							}
						}
					}
				}
			}
		} else {
			validate77.errors = [{
				instancePath,
				schemaPath: "#/type",
				keyword: "type",
				params: { type: "object" }
			}];
			return false;
		}
	}
	validate77.errors = vErrors;
	return errors === 0;
}
function validate76(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (errors === 0) {
		if (data && typeof data == "object" && !Array.isArray(data)) {
			let missing0;
			if (data.type === void 0 && (missing0 = "type") || data.payload === void 0 && (missing0 = "payload")) {
				validate76.errors = [{
					instancePath,
					schemaPath: "#/required",
					keyword: "required",
					params: { missingProperty: missing0 }
				}];
				return false;
			} else if (data.payload !== void 0) {
				let data0 = data.payload;
				if (errors === errors) {
					if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
						let missing1;
						if (data0.topic === void 0 && (missing1 = "topic") || data0.payload === void 0 && (missing1 = "payload") || data0.seq === void 0 && (missing1 = "seq") || data0.ts === void 0 && (missing1 = "ts")) {
							validate76.errors = [{
								instancePath: instancePath + "/payload",
								schemaPath: "#/properties/payload/required",
								keyword: "required",
								params: { missingProperty: missing1 }
							}];
							return false;
						} else {
							if (data0.topic !== void 0) {
								const _errs3 = errors;
								if (typeof data0.topic !== "string") {
									validate76.errors = [{
										instancePath: instancePath + "/payload/topic",
										schemaPath: "#/properties/payload/properties/topic/type",
										keyword: "type",
										params: { type: "string" }
									}];
									return false;
								}
								var valid1 = _errs3 === errors;
							} else var valid1 = true;
							if (valid1) {
								if (data0.payload !== void 0) {
									const _errs5 = errors;
									if (!validate77(data0.payload, {
										instancePath: instancePath + "/payload/payload",
										parentData: data0,
										parentDataProperty: "payload",
										rootData
									})) {
										vErrors = vErrors === null ? validate77.errors : vErrors.concat(validate77.errors);
										errors = vErrors.length;
									}
									var valid1 = _errs5 === errors;
								} else var valid1 = true;
								if (valid1) {
									if (data0.seq !== void 0) {
										let data3 = data0.seq;
										const _errs6 = errors;
										if (!(typeof data3 == "number" && !(data3 % 1) && !isNaN(data3))) {
											validate76.errors = [{
												instancePath: instancePath + "/payload/seq",
												schemaPath: "#/properties/payload/properties/seq/type",
												keyword: "type",
												params: { type: "integer" }
											}];
											return false;
										}
										if (errors === _errs6) {
											if (typeof data3 == "number") {
												if (data3 > 9007199254740991 || isNaN(data3)) {
													validate76.errors = [{
														instancePath: instancePath + "/payload/seq",
														schemaPath: "#/properties/payload/properties/seq/maximum",
														keyword: "maximum",
														params: {
															comparison: "<=",
															limit: 9007199254740991
														}
													}];
													return false;
												} else if (data3 < 0 || isNaN(data3)) {
													validate76.errors = [{
														instancePath: instancePath + "/payload/seq",
														schemaPath: "#/properties/payload/properties/seq/minimum",
														keyword: "minimum",
														params: {
															comparison: ">=",
															limit: 0
														}
													}];
													return false;
												}
											}
										}
										var valid1 = _errs6 === errors;
									} else var valid1 = true;
									if (valid1) {
										if (data0.ts !== void 0) {
											let data4 = data0.ts;
											const _errs8 = errors;
											if (!(typeof data4 == "number" && !(data4 % 1) && !isNaN(data4))) {
												validate76.errors = [{
													instancePath: instancePath + "/payload/ts",
													schemaPath: "#/properties/payload/properties/ts/type",
													keyword: "type",
													params: { type: "integer" }
												}];
												return false;
											}
											if (errors === _errs8) {
												if (typeof data4 == "number") {
													if (data4 > 9007199254740991 || isNaN(data4)) {
														validate76.errors = [{
															instancePath: instancePath + "/payload/ts",
															schemaPath: "#/properties/payload/properties/ts/maximum",
															keyword: "maximum",
															params: {
																comparison: "<=",
																limit: 9007199254740991
															}
														}];
														return false;
													} else if (data4 < 0 || isNaN(data4)) {
														validate76.errors = [{
															instancePath: instancePath + "/payload/ts",
															schemaPath: "#/properties/payload/properties/ts/minimum",
															keyword: "minimum",
															params: {
																comparison: ">=",
																limit: 0
															}
														}];
														return false;
													}
												}
											}
											var valid1 = _errs8 === errors;
										} else var valid1 = true;
										if (valid1) {
											if (data0.step !== void 0) {
												let data5 = data0.step;
												const _errs10 = errors;
												if (!(typeof data5 == "number" && !(data5 % 1) && !isNaN(data5))) {
													validate76.errors = [{
														instancePath: instancePath + "/payload/step",
														schemaPath: "#/properties/payload/properties/step/type",
														keyword: "type",
														params: { type: "integer" }
													}];
													return false;
												}
												if (errors === _errs10) {
													if (typeof data5 == "number") {
														if (data5 > 9007199254740991 || isNaN(data5)) {
															validate76.errors = [{
																instancePath: instancePath + "/payload/step",
																schemaPath: "#/properties/payload/properties/step/maximum",
																keyword: "maximum",
																params: {
																	comparison: "<=",
																	limit: 9007199254740991
																}
															}];
															return false;
														} else if (data5 < 0 || isNaN(data5)) {
															validate76.errors = [{
																instancePath: instancePath + "/payload/step",
																schemaPath: "#/properties/payload/properties/step/minimum",
																keyword: "minimum",
																params: {
																	comparison: ">=",
																	limit: 0
																}
															}];
															return false;
														}
													}
												}
												var valid1 = _errs10 === errors;
											} else var valid1 = true;
											if (valid1) {
												if (data0.snapshot !== void 0) {
													let data6 = data0.snapshot;
													const _errs12 = errors;
													if (typeof data6 !== "boolean") {
														validate76.errors = [{
															instancePath: instancePath + "/payload/snapshot",
															schemaPath: "#/properties/payload/properties/snapshot/type",
															keyword: "type",
															params: { type: "boolean" }
														}];
														return false;
													}
													if (true !== data6) {
														validate76.errors = [{
															instancePath: instancePath + "/payload/snapshot",
															schemaPath: "#/properties/payload/properties/snapshot/const",
															keyword: "const",
															params: { allowedValue: true }
														}];
														return false;
													}
													var valid1 = _errs12 === errors;
												} else var valid1 = true;
												if (valid1) {
													if (data0.skipped !== void 0) {
														let data7 = data0.skipped;
														const _errs14 = errors;
														if (!(typeof data7 == "number" && !(data7 % 1) && !isNaN(data7))) {
															validate76.errors = [{
																instancePath: instancePath + "/payload/skipped",
																schemaPath: "#/properties/payload/properties/skipped/type",
																keyword: "type",
																params: { type: "integer" }
															}];
															return false;
														}
														if (errors === _errs14) {
															if (typeof data7 == "number") {
																if (data7 > 9007199254740991 || isNaN(data7)) {
																	validate76.errors = [{
																		instancePath: instancePath + "/payload/skipped",
																		schemaPath: "#/properties/payload/properties/skipped/maximum",
																		keyword: "maximum",
																		params: {
																			comparison: "<=",
																			limit: 9007199254740991
																		}
																	}];
																	return false;
																} else if (data7 < 1 || isNaN(data7)) {
																	validate76.errors = [{
																		instancePath: instancePath + "/payload/skipped",
																		schemaPath: "#/properties/payload/properties/skipped/minimum",
																		keyword: "minimum",
																		params: {
																			comparison: ">=",
																			limit: 1
																		}
																	}];
																	return false;
																}
															}
														}
														var valid1 = _errs14 === errors;
													} else var valid1 = true;
													if (valid1) {
														if (data0.gap !== void 0) {
															let data8 = data0.gap;
															const _errs16 = errors;
															if (typeof data8 !== "boolean") {
																validate76.errors = [{
																	instancePath: instancePath + "/payload/gap",
																	schemaPath: "#/properties/payload/properties/gap/type",
																	keyword: "type",
																	params: { type: "boolean" }
																}];
																return false;
															}
															if (true !== data8) {
																validate76.errors = [{
																	instancePath: instancePath + "/payload/gap",
																	schemaPath: "#/properties/payload/properties/gap/const",
																	keyword: "const",
																	params: { allowedValue: true }
																}];
																return false;
															}
															var valid1 = _errs16 === errors;
														} else var valid1 = true;
													}
												}
											}
										}
									}
								}
							}
						}
					} else {
						validate76.errors = [{
							instancePath: instancePath + "/payload",
							schemaPath: "#/properties/payload/type",
							keyword: "type",
							params: { type: "object" }
						}];
						return false;
					}
				}
			}
		} else {
			validate76.errors = [{
				instancePath,
				schemaPath: "#/type",
				keyword: "type",
				params: { type: "object" }
			}];
			return false;
		}
	}
	validate76.errors = vErrors;
	return errors === 0;
}
var check11 = validate80;
var schema39 = {
	"properties": {
		"s": {
			"enum": ["ok", "error"],
			"type": "string"
		},
		"n": { "type": "string" },
		"v": { "anyOf": [{ "$ref": "QuoteValues" }, { "$ref": "QuoteError" }] }
	},
	"required": [
		"s",
		"n",
		"v"
	],
	"type": "object",
	"$id": "QuoteData"
};
function validate82(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		let missing0;
		if (data.lp === void 0 && (missing0 = "lp") || data.ask === void 0 && (missing0 = "ask") || data.bid === void 0 && (missing0 = "bid") || data.spread === void 0 && (missing0 = "spread") || data.open_price === void 0 && (missing0 = "open_price") || data.high_price === void 0 && (missing0 = "high_price") || data.low_price === void 0 && (missing0 = "low_price") || data.prev_close_price === void 0 && (missing0 = "prev_close_price") || data.volume === void 0 && (missing0 = "volume") || data.ch === void 0 && (missing0 = "ch") || data.chp === void 0 && (missing0 = "chp") || data.short_name === void 0 && (missing0 = "short_name") || data.exchange === void 0 && (missing0 = "exchange") || data.description === void 0 && (missing0 = "description") || data.original_name === void 0 && (missing0 = "original_name")) {
			validate82.errors = [{
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: missing0 }
			}];
			return false;
		} else {
			if (data.lp !== void 0) {
				if (!(typeof data.lp == "number")) {
					validate82.errors = [{
						instancePath: instancePath + "/lp",
						schemaPath: "#/properties/lp/type",
						keyword: "type",
						params: { type: "number" }
					}];
					return false;
				}
				var valid0 = true;
			} else var valid0 = true;
			if (valid0) {
				if (data.ask !== void 0) {
					if (!(typeof data.ask == "number")) {
						validate82.errors = [{
							instancePath: instancePath + "/ask",
							schemaPath: "#/properties/ask/type",
							keyword: "type",
							params: { type: "number" }
						}];
						return false;
					}
					var valid0 = true;
				} else var valid0 = true;
				if (valid0) {
					if (data.bid !== void 0) {
						if (!(typeof data.bid == "number")) {
							validate82.errors = [{
								instancePath: instancePath + "/bid",
								schemaPath: "#/properties/bid/type",
								keyword: "type",
								params: { type: "number" }
							}];
							return false;
						}
						var valid0 = true;
					} else var valid0 = true;
					if (valid0) {
						if (data.spread !== void 0) {
							if (!(typeof data.spread == "number")) {
								validate82.errors = [{
									instancePath: instancePath + "/spread",
									schemaPath: "#/properties/spread/type",
									keyword: "type",
									params: { type: "number" }
								}];
								return false;
							}
							var valid0 = true;
						} else var valid0 = true;
						if (valid0) {
							if (data.open_price !== void 0) {
								if (!(typeof data.open_price == "number")) {
									validate82.errors = [{
										instancePath: instancePath + "/open_price",
										schemaPath: "#/properties/open_price/type",
										keyword: "type",
										params: { type: "number" }
									}];
									return false;
								}
								var valid0 = true;
							} else var valid0 = true;
							if (valid0) {
								if (data.high_price !== void 0) {
									if (!(typeof data.high_price == "number")) {
										validate82.errors = [{
											instancePath: instancePath + "/high_price",
											schemaPath: "#/properties/high_price/type",
											keyword: "type",
											params: { type: "number" }
										}];
										return false;
									}
									var valid0 = true;
								} else var valid0 = true;
								if (valid0) {
									if (data.low_price !== void 0) {
										if (!(typeof data.low_price == "number")) {
											validate82.errors = [{
												instancePath: instancePath + "/low_price",
												schemaPath: "#/properties/low_price/type",
												keyword: "type",
												params: { type: "number" }
											}];
											return false;
										}
										var valid0 = true;
									} else var valid0 = true;
									if (valid0) {
										if (data.prev_close_price !== void 0) {
											if (!(typeof data.prev_close_price == "number")) {
												validate82.errors = [{
													instancePath: instancePath + "/prev_close_price",
													schemaPath: "#/properties/prev_close_price/type",
													keyword: "type",
													params: { type: "number" }
												}];
												return false;
											}
											var valid0 = true;
										} else var valid0 = true;
										if (valid0) {
											if (data.volume !== void 0) {
												if (!(typeof data.volume == "number")) {
													validate82.errors = [{
														instancePath: instancePath + "/volume",
														schemaPath: "#/properties/volume/type",
														keyword: "type",
														params: { type: "number" }
													}];
													return false;
												}
												var valid0 = true;
											} else var valid0 = true;
											if (valid0) {
												if (data.ch !== void 0) {
													if (!(typeof data.ch == "number")) {
														validate82.errors = [{
															instancePath: instancePath + "/ch",
															schemaPath: "#/properties/ch/type",
															keyword: "type",
															params: { type: "number" }
														}];
														return false;
													}
													var valid0 = true;
												} else var valid0 = true;
												if (valid0) {
													if (data.chp !== void 0) {
														if (!(typeof data.chp == "number")) {
															validate82.errors = [{
																instancePath: instancePath + "/chp",
																schemaPath: "#/properties/chp/type",
																keyword: "type",
																params: { type: "number" }
															}];
															return false;
														}
														var valid0 = true;
													} else var valid0 = true;
													if (valid0) {
														if (data.short_name !== void 0) {
															if (typeof data.short_name !== "string") {
																validate82.errors = [{
																	instancePath: instancePath + "/short_name",
																	schemaPath: "#/properties/short_name/type",
																	keyword: "type",
																	params: { type: "string" }
																}];
																return false;
															}
															var valid0 = true;
														} else var valid0 = true;
														if (valid0) {
															if (data.exchange !== void 0) {
																if (typeof data.exchange !== "string") {
																	validate82.errors = [{
																		instancePath: instancePath + "/exchange",
																		schemaPath: "#/properties/exchange/type",
																		keyword: "type",
																		params: { type: "string" }
																	}];
																	return false;
																}
																var valid0 = true;
															} else var valid0 = true;
															if (valid0) {
																if (data.description !== void 0) {
																	if (typeof data.description !== "string") {
																		validate82.errors = [{
																			instancePath: instancePath + "/description",
																			schemaPath: "#/properties/description/type",
																			keyword: "type",
																			params: { type: "string" }
																		}];
																		return false;
																	}
																	var valid0 = true;
																} else var valid0 = true;
																if (valid0) {
																	if (data.original_name !== void 0) {
																		if (typeof data.original_name !== "string") {
																			validate82.errors = [{
																				instancePath: instancePath + "/original_name",
																				schemaPath: "#/properties/original_name/type",
																				keyword: "type",
																				params: { type: "string" }
																			}];
																			return false;
																		}
																		var valid0 = true;
																	} else var valid0 = true;
																}
															}
														}
													}
												}
											}
										}
									}
								}
							}
						}
					}
				}
			}
		}
	} else {
		validate82.errors = [{
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" }
		}];
		return false;
	}
	validate82.errors = vErrors;
	return true;
}
function validate84(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		let missing0;
		if (data.error === void 0 && (missing0 = "error")) {
			validate84.errors = [{
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: missing0 }
			}];
			return false;
		} else if (data.error !== void 0) {
			if (typeof data.error !== "string") {
				validate84.errors = [{
					instancePath: instancePath + "/error",
					schemaPath: "#/properties/error/type",
					keyword: "type",
					params: { type: "string" }
				}];
				return false;
			}
		}
	} else {
		validate84.errors = [{
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" }
		}];
		return false;
	}
	validate84.errors = vErrors;
	return true;
}
function validate81(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (errors === 0) {
		if (data && typeof data == "object" && !Array.isArray(data)) {
			let missing0;
			if (data.s === void 0 && (missing0 = "s") || data.n === void 0 && (missing0 = "n") || data.v === void 0 && (missing0 = "v")) {
				validate81.errors = [{
					instancePath,
					schemaPath: "#/required",
					keyword: "required",
					params: { missingProperty: missing0 }
				}];
				return false;
			} else {
				if (data.s !== void 0) {
					let data0 = data.s;
					const _errs1 = errors;
					if (typeof data0 !== "string") {
						validate81.errors = [{
							instancePath: instancePath + "/s",
							schemaPath: "#/properties/s/type",
							keyword: "type",
							params: { type: "string" }
						}];
						return false;
					}
					if (!(data0 === "ok" || data0 === "error")) {
						validate81.errors = [{
							instancePath: instancePath + "/s",
							schemaPath: "#/properties/s/enum",
							keyword: "enum",
							params: { allowedValues: schema39.properties.s.enum }
						}];
						return false;
					}
					var valid0 = _errs1 === errors;
				} else var valid0 = true;
				if (valid0) {
					if (data.n !== void 0) {
						const _errs3 = errors;
						if (typeof data.n !== "string") {
							validate81.errors = [{
								instancePath: instancePath + "/n",
								schemaPath: "#/properties/n/type",
								keyword: "type",
								params: { type: "string" }
							}];
							return false;
						}
						var valid0 = _errs3 === errors;
					} else var valid0 = true;
					if (valid0) {
						if (data.v !== void 0) {
							let data2 = data.v;
							const _errs5 = errors;
							const _errs6 = errors;
							let valid1 = false;
							const _errs7 = errors;
							if (!validate82(data2, {
								instancePath: instancePath + "/v",
								parentData: data,
								parentDataProperty: "v",
								rootData
							})) {
								vErrors = vErrors === null ? validate82.errors : vErrors.concat(validate82.errors);
								errors = vErrors.length;
							}
							var _valid0 = _errs7 === errors;
							valid1 = valid1 || _valid0;
							if (!valid1) {
								const _errs8 = errors;
								if (!validate84(data2, {
									instancePath: instancePath + "/v",
									parentData: data,
									parentDataProperty: "v",
									rootData
								})) {
									vErrors = vErrors === null ? validate84.errors : vErrors.concat(validate84.errors);
									errors = vErrors.length;
								}
								var _valid0 = _errs8 === errors;
								valid1 = valid1 || _valid0;
							}
							if (!valid1) {
								const err0 = {
									instancePath: instancePath + "/v",
									schemaPath: "#/properties/v/anyOf",
									keyword: "anyOf",
									params: {}
								};
								if (vErrors === null) vErrors = [err0];
								else vErrors.push(err0);
								errors++;
								validate81.errors = vErrors;
								return false;
							} else {
								errors = _errs6;
								if (vErrors !== null) {
									if (_errs6) vErrors.length = _errs6;
									else vErrors = null;
								}
							}
							var valid0 = _errs5 === errors;
						} else var valid0 = true;
					}
				}
			}
		} else {
			validate81.errors = [{
				instancePath,
				schemaPath: "#/type",
				keyword: "type",
				params: { type: "object" }
			}];
			return false;
		}
	}
	validate81.errors = vErrors;
	return errors === 0;
}
function validate80(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (errors === 0) {
		if (data && typeof data == "object" && !Array.isArray(data)) {
			let missing0;
			if (data.type === void 0 && (missing0 = "type") || data.payload === void 0 && (missing0 = "payload")) {
				validate80.errors = [{
					instancePath,
					schemaPath: "#/required",
					keyword: "required",
					params: { missingProperty: missing0 }
				}];
				return false;
			} else if (data.payload !== void 0) {
				let data0 = data.payload;
				if (errors === errors) {
					if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
						let missing1;
						if (data0.topic === void 0 && (missing1 = "topic") || data0.payload === void 0 && (missing1 = "payload") || data0.seq === void 0 && (missing1 = "seq") || data0.ts === void 0 && (missing1 = "ts")) {
							validate80.errors = [{
								instancePath: instancePath + "/payload",
								schemaPath: "#/properties/payload/required",
								keyword: "required",
								params: { missingProperty: missing1 }
							}];
							return false;
						} else {
							if (data0.topic !== void 0) {
								const _errs3 = errors;
								if (typeof data0.topic !== "string") {
									validate80.errors = [{
										instancePath: instancePath + "/payload/topic",
										schemaPath: "#/properties/payload/properties/topic/type",
										keyword: "type",
										params: { type: "string" }
									}];
									return false;
								}
								var valid1 = _errs3 === errors;
							} else var valid1 = true;
							if (valid1) {
								if (data0.payload !== void 0) {
									const _errs5 = errors;
									if (!validate81(data0.payload, {
										instancePath: instancePath + "/payload/payload",
										parentData: data0,
										parentDataProperty: "payload",
										rootData
									})) {
										vErrors = vErrors === null ? validate81.errors : vErrors.concat(validate81.errors);
										errors = vErrors.length;
									}
									var valid1 = _errs5 === errors;
								} else var valid1 = true;
								if (valid1) {
									if (data0.seq !== void 0) {
										let data3 = data0.seq;
										const _errs6 = errors;
										if (!(typeof data3 == "number" && !(data3 % 1) && !isNaN(data3))) {
											validate80.errors = [{
												instancePath: instancePath + "/payload/seq",
												schemaPath: "#/properties/payload/properties/seq/type",
												keyword: "type",
												params: { type: "integer" }
											}];
											return false;
										}
										if (errors === _errs6) {
											if (typeof data3 == "number") {
												if (data3 > 9007199254740991 || isNaN(data3)) {
													validate80.errors = [{
														instancePath: instancePath + "/payload/seq",
														schemaPath: "#/properties/payload/properties/seq/maximum",
														keyword: "maximum",
														params: {
															comparison: "<=",
															limit: 9007199254740991
														}
													}];
													return false;
												} else if (data3 < 0 || isNaN(data3)) {
													validate80.errors = [{
														instancePath: instancePath + "/payload/seq",
														schemaPath: "#/properties/payload/properties/seq/minimum",
														keyword: "minimum",
														params: {
															comparison: ">=",
															limit: 0
														}
													}];
													return false;
												}
											}
										}
										var valid1 = _errs6 === errors;
									} else var valid1 = true;
									if (valid1) {
										if (data0.ts !== void 0) {
											let data4 = data0.ts;
											const _errs8 = errors;
											if (!(typeof data4 == "number" && !(data4 % 1) && !isNaN(data4))) {
												validate80.errors = [{
													instancePath: instancePath + "/payload/ts",
													schemaPath: "#/properties/payload/properties/ts/type",
													keyword: "type",
													params: { type: "integer" }
												}];
												return false;
											}
											if (errors === _errs8) {
												if (typeof data4 == "number") {
													if (data4 > 9007199254740991 || isNaN(data4)) {
														validate80.errors = [{
															instancePath: instancePath + "/payload/ts",
															schemaPath: "#/properties/payload/properties/ts/maximum",
															keyword: "maximum",
															params: {
																comparison: "<=",
																limit: 9007199254740991
															}
														}];
														return false;
													} else if (data4 < 0 || isNaN(data4)) {
														validate80.errors = [{
															instancePath: instancePath + "/payload/ts",
															schemaPath: "#/properties/payload/properties/ts/minimum",
															keyword: "minimum",
															params: {
																comparison: ">=",
																limit: 0
															}
														}];
														return false;
													}
												}
											}
											var valid1 = _errs8 === errors;
										} else var valid1 = true;
										if (valid1) {
											if (data0.step !== void 0) {
												let data5 = data0.step;
												const _errs10 = errors;
												if (!(typeof data5 == "number" && !(data5 % 1) && !isNaN(data5))) {
													validate80.errors = [{
														instancePath: instancePath + "/payload/step",
														schemaPath: "#/properties/payload/properties/step/type",
														keyword: "type",
														params: { type: "integer" }
													}];
													return false;
												}
												if (errors === _errs10) {
													if (typeof data5 == "number") {
														if (data5 > 9007199254740991 || isNaN(data5)) {
															validate80.errors = [{
																instancePath: instancePath + "/payload/step",
																schemaPath: "#/properties/payload/properties/step/maximum",
																keyword: "maximum",
																params: {
																	comparison: "<=",
																	limit: 9007199254740991
																}
															}];
															return false;
														} else if (data5 < 0 || isNaN(data5)) {
															validate80.errors = [{
																instancePath: instancePath + "/payload/step",
																schemaPath: "#/properties/payload/properties/step/minimum",
																keyword: "minimum",
																params: {
																	comparison: ">=",
																	limit: 0
																}
															}];
															return false;
														}
													}
												}
												var valid1 = _errs10 === errors;
											} else var valid1 = true;
											if (valid1) {
												if (data0.snapshot !== void 0) {
													let data6 = data0.snapshot;
													const _errs12 = errors;
													if (typeof data6 !== "boolean") {
														validate80.errors = [{
															instancePath: instancePath + "/payload/snapshot",
															schemaPath: "#/properties/payload/properties/snapshot/type",
															keyword: "type",
															params: { type: "boolean" }
														}];
														return false;
													}
													if (true !== data6) {
														validate80.errors = [{
															instancePath: instancePath + "/payload/snapshot",
															schemaPath: "#/properties/payload/properties/snapshot/const",
															keyword: "const",
															params: { allowedValue: true }
														}];
														return false;
													}
													var valid1 = _errs12 === errors;
												} else var valid1 = true;
												if (valid1) {
													if (data0.skipped !== void 0) {
														let data7 = data0.skipped;
														const _errs14 = errors;
														if (!(typeof data7 == "number" && !(data7 % 1) && !isNaN(data7))) {
															validate80.errors = [{
																instancePath: instancePath + "/payload/skipped",
																schemaPath: "#/properties/payload/properties/skipped/type",
																keyword: "type",
																params: { type: "integer" }
															}];
															return false;
														}
														if (errors === _errs14) {
															if (typeof data7 == "number") {
																if (data7 > 9007199254740991 || isNaN(data7)) {
																	validate80.errors = [{
																		instancePath: instancePath + "/payload/skipped",
																		schemaPath: "#/properties/payload/properties/skipped/maximum",
																		keyword: "maximum",
																		params: {
																			comparison: "<=",
																			limit: 9007199254740991
																		}
																	}];
																	return false;
																} else if (data7 < 1 || isNaN(data7)) {
																	validate80.errors = [{
																		instancePath: instancePath + "/payload/skipped",
																		schemaPath: "#/properties/payload/properties/skipped/minimum",
																		keyword: "minimum",
																		params: {
																			comparison: ">=",
																			limit: 1
																		}
																	}];
																	return false;
																}
															}
														}
														var valid1 = _errs14 === errors;
													} else var valid1 = true;
													if (valid1) {
														if (data0.gap !== void 0) {
															let data8 = data0.gap;
															const _errs16 = errors;
															if (typeof data8 !== "boolean") {
																validate80.errors = [{
																	instancePath: instancePath + "/payload/gap",
																	schemaPath: "#/properties/payload/properties/gap/type",
																	keyword: "type",
																	params: { type: "boolean" }
																}];
																return false;
															}
															if (true !== data8) {
																validate80.errors = [{
																	instancePath: instancePath + "/payload/gap",
																	schemaPath: "#/properties/payload/properties/gap/const",
																	keyword: "const",
																	params: { allowedValue: true }
																}];
																return false;
															}
															var valid1 = _errs16 === errors;
														} else var valid1 = true;
													}
												}
											}
										}
									}
								}
							}
						}
					} else {
						validate80.errors = [{
							instancePath: instancePath + "/payload",
							schemaPath: "#/properties/payload/type",
							keyword: "type",
							params: { type: "object" }
						}];
						return false;
					}
				}
			}
		} else {
			validate80.errors = [{
				instancePath,
				schemaPath: "#/type",
				keyword: "type",
				params: { type: "object" }
			}];
			return false;
		}
	}
	validate80.errors = vErrors;
	return errors === 0;
}
var check12 = validate87;
function validate88(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		let missing0;
		if (data.grace_ms === void 0 && (missing0 = "grace_ms")) {
			validate88.errors = [{
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: missing0 }
			}];
			return false;
		} else if (data.grace_ms !== void 0) {
			let data0 = data.grace_ms;
			if (!(typeof data0 == "number" && !(data0 % 1) && !isNaN(data0))) {
				validate88.errors = [{
					instancePath: instancePath + "/grace_ms",
					schemaPath: "#/properties/grace_ms/type",
					keyword: "type",
					params: { type: "integer" }
				}];
				return false;
			}
		}
	} else {
		validate88.errors = [{
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" }
		}];
		return false;
	}
	validate88.errors = vErrors;
	return true;
}
function validate87(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (errors === 0) {
		if (data && typeof data == "object" && !Array.isArray(data)) {
			let missing0;
			if (data.type === void 0 && (missing0 = "type") || data.payload === void 0 && (missing0 = "payload")) {
				validate87.errors = [{
					instancePath,
					schemaPath: "#/required",
					keyword: "required",
					params: { missingProperty: missing0 }
				}];
				return false;
			} else if (data.payload !== void 0) {
				if (!validate88(data.payload, {
					instancePath: instancePath + "/payload",
					parentData: data,
					parentDataProperty: "payload",
					rootData
				})) {
					vErrors = vErrors === null ? validate88.errors : vErrors.concat(validate88.errors);
					errors = vErrors.length;
				}
			}
		} else {
			validate87.errors = [{
				instancePath,
				schemaPath: "#/type",
				keyword: "type",
				params: { type: "object" }
			}];
			return false;
		}
	}
	validate87.errors = vErrors;
	return errors === 0;
}
var frameChecks = {
	"bars.status": check0,
	"bars.subscribe.response": check1,
	"bars.unsubscribe.response": check2,
	"bars.update": check3,
	"connection.status": check0,
	"connection.subscribe.response": check1,
	"connection.unsubscribe.response": check2,
	"connection.update": check4,
	"equity.status": check0,
	"equity.subscribe.response": check1,
	"equity.unsubscribe.response": check2,
	"equity.update": check5,
	"error": check6,
	"executions.status": check0,
	"executions.subscribe.response": check1,
	"executions.unsubscribe.response": check2,
	"executions.update": check7,
	"orders.status": check0,
	"orders.subscribe.response": check1,
	"orders.unsubscribe.response": check2,
	"orders.update": check8,
	"pong": check9,
	"positions.status": check0,
	"positions.subscribe.response": check1,
	"positions.unsubscribe.response": check2,
	"positions.update": check10,
	"quotes.status": check0,
	"quotes.subscribe.response": check1,
	"quotes.unsubscribe.response": check2,
	"quotes.update": check11,
	"server.draining": check12
};
export { check0, check1, check10, check11, check12, check2, check3, check4, check5, check6, check7, check8, check9, frameChecks };

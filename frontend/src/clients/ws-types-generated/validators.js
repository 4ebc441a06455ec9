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
function validate22(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.topic === void 0 && "topic" || data.state === void 0 && "state") {
			validate22.errors = [0];
			return false;
		} else {
			if (data.topic !== void 0) {
				if (typeof data.topic !== "string") {
					validate22.errors = [0];
					return false;
				}
				var valid0 = true;
			} else var valid0 = true;
			if (valid0) {
				if (data.state !== void 0) {
					let data1 = data.state;
					if (typeof data1 !== "string") {
						validate22.errors = [0];
						return false;
					}
					if (!(data1 === "live" || data1 === "stale" || data1 === "ended")) {
						validate22.errors = [0];
						return false;
					}
					var valid0 = true;
				} else var valid0 = true;
				if (valid0) {
					if (data.code !== void 0) {
						if (typeof data.code !== "string") {
							validate22.errors = [0];
							return false;
						}
						var valid0 = true;
					} else var valid0 = true;
					if (valid0) {
						if (data.message !== void 0) {
							if (typeof data.message !== "string") {
								validate22.errors = [0];
								return false;
							}
							var valid0 = true;
						} else var valid0 = true;
						if (valid0) {
							if (data.temporary !== void 0) {
								if (typeof data.temporary !== "boolean") {
									validate22.errors = [0];
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
		validate22.errors = [0];
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
			if (data.type === void 0 && "type" || data.payload === void 0 && "payload") {
				validate21.errors = [0];
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
			validate21.errors = [0];
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
				const err0 = 0;
				if (vErrors === null) vErrors = [err0];
				else vErrors.push(err0);
				errors++;
			}
		} else {
			const err1 = 0;
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
			const err2 = 0;
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
		if (errors === _errs3) {
			if (typeof data == "number") {
				if (data > 9007199254740992 || isNaN(data)) {
					const err3 = 0;
					if (vErrors === null) vErrors = [err3];
					else vErrors.push(err3);
					errors++;
				} else if (data < -9007199254740992 || isNaN(data)) {
					const err4 = 0;
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
		const err5 = 0;
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
function validate27(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.status === void 0 && "status" || data.message === void 0 && "message" || data.topic === void 0 && "topic" || data.delivery === void 0 && "delivery" || data.epoch === void 0 && "epoch" || data.seq === void 0 && "seq" || data.snapshot === void 0 && "snapshot" || data.recovered === void 0 && "recovered" || data.held === void 0 && "held") {
			validate27.errors = [0];
			return false;
		} else {
			if (data.status !== void 0) {
				let data0 = data.status;
				if (typeof data0 !== "string") {
					validate27.errors = [0];
					return false;
				}
				if ("ok" !== data0) {
					validate27.errors = [0];
					return false;
				}
				var valid0 = true;
			} else var valid0 = true;
			if (valid0) {
				if (data.message !== void 0) {
					if (typeof data.message !== "string") {
						validate27.errors = [0];
						return false;
					}
					var valid0 = true;
				} else var valid0 = true;
				if (valid0) {
					if (data.topic !== void 0) {
						if (typeof data.topic !== "string") {
							validate27.errors = [0];
							return false;
						}
						var valid0 = true;
					} else var valid0 = true;
					if (valid0) {
						if (data.delivery !== void 0) {
							let data3 = data.delivery;
							if (typeof data3 !== "string") {
								validate27.errors = [0];
								return false;
							}
							if (!(data3 === "latest" || data3 === "recent" || data3 === "lossless")) {
								validate27.errors = [0];
								return false;
							}
							var valid0 = true;
						} else var valid0 = true;
						if (valid0) {
							if (data.epoch !== void 0) {
								if (typeof data.epoch !== "string") {
									validate27.errors = [0];
									return false;
								}
								var valid0 = true;
							} else var valid0 = true;
							if (valid0) {
								if (data.seq !== void 0) {
									let data5 = data.seq;
									if (!(typeof data5 == "number" && !(data5 % 1) && !isNaN(data5))) {
										validate27.errors = [0];
										return false;
									}
									var valid0 = true;
								} else var valid0 = true;
								if (valid0) {
									if (data.snapshot !== void 0) {
										let data6 = data.snapshot;
										if (!(typeof data6 == "number" && !(data6 % 1) && !isNaN(data6))) {
											validate27.errors = [0];
											return false;
										}
										var valid0 = true;
									} else var valid0 = true;
									if (valid0) {
										if (data.recovered !== void 0) {
											if (typeof data.recovered !== "boolean") {
												validate27.errors = [0];
												return false;
											}
											var valid0 = true;
										} else var valid0 = true;
										if (valid0) {
											if (data.held !== void 0) {
												if (typeof data.held !== "boolean") {
													validate27.errors = [0];
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
		validate27.errors = [0];
		return false;
	}
	validate27.errors = vErrors;
	return true;
}
function validate29(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.status === void 0 && "status" || data.code === void 0 && "code" || data.message === void 0 && "message" || data.temporary === void 0 && "temporary") {
			validate29.errors = [0];
			return false;
		} else {
			if (data.status !== void 0) {
				let data0 = data.status;
				if (typeof data0 !== "string") {
					validate29.errors = [0];
					return false;
				}
				if ("error" !== data0) {
					validate29.errors = [0];
					return false;
				}
				var valid0 = true;
			} else var valid0 = true;
			if (valid0) {
				if (data.code !== void 0) {
					if (typeof data.code !== "string") {
						validate29.errors = [0];
						return false;
					}
					var valid0 = true;
				} else var valid0 = true;
				if (valid0) {
					if (data.message !== void 0) {
						if (typeof data.message !== "string") {
							validate29.errors = [0];
							return false;
						}
						var valid0 = true;
					} else var valid0 = true;
					if (valid0) {
						if (data.temporary !== void 0) {
							if (typeof data.temporary !== "boolean") {
								validate29.errors = [0];
								return false;
							}
							var valid0 = true;
						} else var valid0 = true;
						if (valid0) {
							if (data.topic !== void 0) {
								if (typeof data.topic !== "string") {
									validate29.errors = [0];
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
		validate29.errors = [0];
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
			if (data.type === void 0 && "type" || data.payload === void 0 && "payload") {
				validate24.errors = [0];
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
							const err0 = 0;
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
			validate24.errors = [0];
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
		if (data.status === void 0 && "status" || data.message === void 0 && "message" || data.topic === void 0 && "topic") {
			validate33.errors = [0];
			return false;
		} else {
			if (data.status !== void 0) {
				let data0 = data.status;
				if (typeof data0 !== "string") {
					validate33.errors = [0];
					return false;
				}
				if ("ok" !== data0) {
					validate33.errors = [0];
					return false;
				}
				var valid0 = true;
			} else var valid0 = true;
			if (valid0) {
				if (data.message !== void 0) {
					if (typeof data.message !== "string") {
						validate33.errors = [0];
						return false;
					}
					var valid0 = true;
				} else var valid0 = true;
				if (valid0) {
					if (data.topic !== void 0) {
						if (typeof data.topic !== "string") {
							validate33.errors = [0];
							return false;
						}
						var valid0 = true;
					} else var valid0 = true;
				}
			}
		}
	} else {
		validate33.errors = [0];
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
			if (data.type === void 0 && "type" || data.payload === void 0 && "payload") {
				validate31.errors = [0];
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
							const err0 = 0;
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
			validate31.errors = [0];
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
		if (data.time === void 0 && "time" || data.open === void 0 && "open" || data.high === void 0 && "high" || data.low === void 0 && "low" || data.close === void 0 && "close" || data.volume === void 0 && "volume") {
			validate37.errors = [0];
			return false;
		} else {
			if (data.time !== void 0) {
				let data0 = data.time;
				if (!(typeof data0 == "number" && !(data0 % 1) && !isNaN(data0))) {
					validate37.errors = [0];
					return false;
				}
				if (typeof data0 == "number") {
					if (data0 > 9007199254740991 || isNaN(data0)) {
						validate37.errors = [0];
						return false;
					} else if (data0 < 0 || isNaN(data0)) {
						validate37.errors = [0];
						return false;
					}
				}
				var valid0 = true;
			} else var valid0 = true;
			if (valid0) {
				if (data.open !== void 0) {
					if (!(typeof data.open == "number")) {
						validate37.errors = [0];
						return false;
					}
					var valid0 = true;
				} else var valid0 = true;
				if (valid0) {
					if (data.high !== void 0) {
						if (!(typeof data.high == "number")) {
							validate37.errors = [0];
							return false;
						}
						var valid0 = true;
					} else var valid0 = true;
					if (valid0) {
						if (data.low !== void 0) {
							if (!(typeof data.low == "number")) {
								validate37.errors = [0];
								return false;
							}
							var valid0 = true;
						} else var valid0 = true;
						if (valid0) {
							if (data.close !== void 0) {
								if (!(typeof data.close == "number")) {
									validate37.errors = [0];
									return false;
								}
								var valid0 = true;
							} else var valid0 = true;
							if (valid0) {
								if (data.volume !== void 0) {
									if (!(typeof data.volume == "number")) {
										validate37.errors = [0];
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
		validate37.errors = [0];
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
			if (data.type === void 0 && "type" || data.payload === void 0 && "payload") {
				validate36.errors = [0];
				return false;
			} else if (data.payload !== void 0) {
				let data0 = data.payload;
				if (errors === errors) {
					if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
						if (data0.topic === void 0 && "topic" || data0.payload === void 0 && "payload" || data0.seq === void 0 && "seq" || data0.ts === void 0 && "ts") {
							validate36.errors = [0];
							return false;
						} else {
							if (data0.topic !== void 0) {
								const _errs3 = errors;
								if (typeof data0.topic !== "string") {
									validate36.errors = [0];
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
											validate36.errors = [0];
											return false;
										}
										if (errors === _errs6) {
											if (typeof data3 == "number") {
												if (data3 > 9007199254740991 || isNaN(data3)) {
													validate36.errors = [0];
													return false;
												} else if (data3 < 0 || isNaN(data3)) {
													validate36.errors = [0];
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
												validate36.errors = [0];
												return false;
											}
											if (errors === _errs8) {
												if (typeof data4 == "number") {
													if (data4 > 9007199254740991 || isNaN(data4)) {
														validate36.errors = [0];
														return false;
													} else if (data4 < 0 || isNaN(data4)) {
														validate36.errors = [0];
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
													validate36.errors = [0];
													return false;
												}
												if (errors === _errs10) {
													if (typeof data5 == "number") {
														if (data5 > 9007199254740991 || isNaN(data5)) {
															validate36.errors = [0];
															return false;
														} else if (data5 < 0 || isNaN(data5)) {
															validate36.errors = [0];
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
														validate36.errors = [0];
														return false;
													}
													if (true !== data6) {
														validate36.errors = [0];
														return false;
													}
													var valid1 = _errs12 === errors;
												} else var valid1 = true;
												if (valid1) {
													if (data0.skipped !== void 0) {
														let data7 = data0.skipped;
														const _errs14 = errors;
														if (!(typeof data7 == "number" && !(data7 % 1) && !isNaN(data7))) {
															validate36.errors = [0];
															return false;
														}
														if (errors === _errs14) {
															if (typeof data7 == "number") {
																if (data7 > 9007199254740991 || isNaN(data7)) {
																	validate36.errors = [0];
																	return false;
																} else if (data7 < 1 || isNaN(data7)) {
																	validate36.errors = [0];
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
																validate36.errors = [0];
																return false;
															}
															if (true !== data8) {
																validate36.errors = [0];
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
						validate36.errors = [0];
						return false;
					}
				}
			}
		} else {
			validate36.errors = [0];
			return false;
		}
	}
	validate36.errors = vErrors;
	return errors === 0;
}
var check4 = validate39;
function validate41(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	if (!(typeof data == "number" && !(data % 1) && !isNaN(data))) {
		validate41.errors = [0];
		return false;
	}
	if (!(data === 1 || data === 2 || data === 3 || data === 4)) {
		validate41.errors = [0];
		return false;
	}
	validate41.errors = vErrors;
	return true;
}
function validate43(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	if (!(typeof data == "number" && !(data % 1) && !isNaN(data))) {
		validate43.errors = [0];
		return false;
	}
	if (!(data === 0 || data === 1 || data === 2 || data === 3 || data === 4 || data === 5 || data === 6 || data === 7 || data === 8)) {
		validate43.errors = [0];
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
			if (data.status === void 0 && "status" || data.message === void 0 && "message" || data.disconnectType === void 0 && "disconnectType" || data.timestamp === void 0 && "timestamp") {
				validate40.errors = [0];
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
							validate40.errors = [0];
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
									const err0 = 0;
									if (vErrors === null) vErrors = [err0];
									else vErrors.push(err0);
									errors++;
								}
								var _valid0 = _errs7 === errors;
								valid1 = valid1 || _valid0;
							}
							if (!valid1) {
								const err1 = 0;
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
									validate40.errors = [0];
									return false;
								}
								if (errors === _errs9) {
									if (typeof data3 == "number") {
										if (data3 > 9007199254740991 || isNaN(data3)) {
											validate40.errors = [0];
											return false;
										} else if (data3 < 0 || isNaN(data3)) {
											validate40.errors = [0];
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
			validate40.errors = [0];
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
			if (data.type === void 0 && "type" || data.payload === void 0 && "payload") {
				validate39.errors = [0];
				return false;
			} else if (data.payload !== void 0) {
				let data0 = data.payload;
				if (errors === errors) {
					if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
						if (data0.topic === void 0 && "topic" || data0.payload === void 0 && "payload" || data0.seq === void 0 && "seq" || data0.ts === void 0 && "ts") {
							validate39.errors = [0];
							return false;
						} else {
							if (data0.topic !== void 0) {
								const _errs3 = errors;
								if (typeof data0.topic !== "string") {
									validate39.errors = [0];
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
											validate39.errors = [0];
											return false;
										}
										if (errors === _errs6) {
											if (typeof data3 == "number") {
												if (data3 > 9007199254740991 || isNaN(data3)) {
													validate39.errors = [0];
													return false;
												} else if (data3 < 0 || isNaN(data3)) {
													validate39.errors = [0];
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
												validate39.errors = [0];
												return false;
											}
											if (errors === _errs8) {
												if (typeof data4 == "number") {
													if (data4 > 9007199254740991 || isNaN(data4)) {
														validate39.errors = [0];
														return false;
													} else if (data4 < 0 || isNaN(data4)) {
														validate39.errors = [0];
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
													validate39.errors = [0];
													return false;
												}
												if (errors === _errs10) {
													if (typeof data5 == "number") {
														if (data5 > 9007199254740991 || isNaN(data5)) {
															validate39.errors = [0];
															return false;
														} else if (data5 < 0 || isNaN(data5)) {
															validate39.errors = [0];
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
														validate39.errors = [0];
														return false;
													}
													if (true !== data6) {
														validate39.errors = [0];
														return false;
													}
													var valid1 = _errs12 === errors;
												} else var valid1 = true;
												if (valid1) {
													if (data0.skipped !== void 0) {
														let data7 = data0.skipped;
														const _errs14 = errors;
														if (!(typeof data7 == "number" && !(data7 % 1) && !isNaN(data7))) {
															validate39.errors = [0];
															return false;
														}
														if (errors === _errs14) {
															if (typeof data7 == "number") {
																if (data7 > 9007199254740991 || isNaN(data7)) {
																	validate39.errors = [0];
																	return false;
																} else if (data7 < 1 || isNaN(data7)) {
																	validate39.errors = [0];
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
																validate39.errors = [0];
																return false;
															}
															if (true !== data8) {
																validate39.errors = [0];
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
						validate39.errors = [0];
						return false;
					}
				}
			}
		} else {
			validate39.errors = [0];
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
		if (data.equity === void 0 && "equity" || data.balance === void 0 && "balance" || data.unrealizedPL === void 0 && "unrealizedPL" || data.realizedPL === void 0 && "realizedPL") {
			validate47.errors = [0];
			return false;
		} else {
			if (data.equity !== void 0) {
				if (!(typeof data.equity == "number")) {
					validate47.errors = [0];
					return false;
				}
				var valid0 = true;
			} else var valid0 = true;
			if (valid0) {
				if (data.balance !== void 0) {
					if (!(typeof data.balance == "number")) {
						validate47.errors = [0];
						return false;
					}
					var valid0 = true;
				} else var valid0 = true;
				if (valid0) {
					if (data.unrealizedPL !== void 0) {
						if (!(typeof data.unrealizedPL == "number")) {
							validate47.errors = [0];
							return false;
						}
						var valid0 = true;
					} else var valid0 = true;
					if (valid0) {
						if (data.realizedPL !== void 0) {
							if (!(typeof data.realizedPL == "number")) {
								validate47.errors = [0];
								return false;
							}
							var valid0 = true;
						} else var valid0 = true;
					}
				}
			}
		}
	} else {
		validate47.errors = [0];
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
			if (data.type === void 0 && "type" || data.payload === void 0 && "payload") {
				validate46.errors = [0];
				return false;
			} else if (data.payload !== void 0) {
				let data0 = data.payload;
				if (errors === errors) {
					if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
						if (data0.topic === void 0 && "topic" || data0.payload === void 0 && "payload" || data0.seq === void 0 && "seq" || data0.ts === void 0 && "ts") {
							validate46.errors = [0];
							return false;
						} else {
							if (data0.topic !== void 0) {
								const _errs3 = errors;
								if (typeof data0.topic !== "string") {
									validate46.errors = [0];
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
											validate46.errors = [0];
											return false;
										}
										if (errors === _errs6) {
											if (typeof data3 == "number") {
												if (data3 > 9007199254740991 || isNaN(data3)) {
													validate46.errors = [0];
													return false;
												} else if (data3 < 0 || isNaN(data3)) {
													validate46.errors = [0];
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
												validate46.errors = [0];
												return false;
											}
											if (errors === _errs8) {
												if (typeof data4 == "number") {
													if (data4 > 9007199254740991 || isNaN(data4)) {
														validate46.errors = [0];
														return false;
													} else if (data4 < 0 || isNaN(data4)) {
														validate46.errors = [0];
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
													validate46.errors = [0];
													return false;
												}
												if (errors === _errs10) {
													if (typeof data5 == "number") {
														if (data5 > 9007199254740991 || isNaN(data5)) {
															validate46.errors = [0];
															return false;
														} else if (data5 < 0 || isNaN(data5)) {
															validate46.errors = [0];
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
														validate46.errors = [0];
														return false;
													}
													if (true !== data6) {
														validate46.errors = [0];
														return false;
													}
													var valid1 = _errs12 === errors;
												} else var valid1 = true;
												if (valid1) {
													if (data0.skipped !== void 0) {
														let data7 = data0.skipped;
														const _errs14 = errors;
														if (!(typeof data7 == "number" && !(data7 % 1) && !isNaN(data7))) {
															validate46.errors = [0];
															return false;
														}
														if (errors === _errs14) {
															if (typeof data7 == "number") {
																if (data7 > 9007199254740991 || isNaN(data7)) {
																	validate46.errors = [0];
																	return false;
																} else if (data7 < 1 || isNaN(data7)) {
																	validate46.errors = [0];
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
																validate46.errors = [0];
																return false;
															}
															if (true !== data8) {
																validate46.errors = [0];
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
						validate46.errors = [0];
						return false;
					}
				}
			}
		} else {
			validate46.errors = [0];
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
		if (data.code === void 0 && "code" || data.message === void 0 && "message" || data.temporary === void 0 && "temporary") {
			validate51.errors = [0];
			return false;
		} else {
			if (data.code !== void 0) {
				if (typeof data.code !== "string") {
					validate51.errors = [0];
					return false;
				}
				var valid0 = true;
			} else var valid0 = true;
			if (valid0) {
				if (data.message !== void 0) {
					if (typeof data.message !== "string") {
						validate51.errors = [0];
						return false;
					}
					var valid0 = true;
				} else var valid0 = true;
				if (valid0) {
					if (data.temporary !== void 0) {
						if (typeof data.temporary !== "boolean") {
							validate51.errors = [0];
							return false;
						}
						var valid0 = true;
					} else var valid0 = true;
				}
			}
		}
	} else {
		validate51.errors = [0];
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
			if (data.type === void 0 && "type" || data.payload === void 0 && "payload") {
				validate49.errors = [0];
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
			validate49.errors = [0];
			return false;
		}
	}
	validate49.errors = vErrors;
	return errors === 0;
}
var check7 = validate53;
function validate55(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	if (!(typeof data == "number" && !(data % 1) && !isNaN(data))) {
		validate55.errors = [0];
		return false;
	}
	if (!(data === 1 || data === -1)) {
		validate55.errors = [0];
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
			if (data.id === void 0 && "id" || data.orderId === void 0 && "orderId" || data.symbol === void 0 && "symbol" || data.price === void 0 && "price" || data.qty === void 0 && "qty" || data.side === void 0 && "side" || data.time === void 0 && "time" || data.commission === void 0 && "commission") {
				validate54.errors = [0];
				return false;
			} else {
				if (data.id !== void 0) {
					const _errs1 = errors;
					if (typeof data.id !== "string") {
						validate54.errors = [0];
						return false;
					}
					var valid0 = _errs1 === errors;
				} else var valid0 = true;
				if (valid0) {
					if (data.orderId !== void 0) {
						const _errs3 = errors;
						if (typeof data.orderId !== "string") {
							validate54.errors = [0];
							return false;
						}
						var valid0 = _errs3 === errors;
					} else var valid0 = true;
					if (valid0) {
						if (data.symbol !== void 0) {
							const _errs5 = errors;
							if (typeof data.symbol !== "string") {
								validate54.errors = [0];
								return false;
							}
							var valid0 = _errs5 === errors;
						} else var valid0 = true;
						if (valid0) {
							if (data.price !== void 0) {
								const _errs7 = errors;
								if (!(typeof data.price == "number")) {
									validate54.errors = [0];
									return false;
								}
								var valid0 = _errs7 === errors;
							} else var valid0 = true;
							if (valid0) {
								if (data.qty !== void 0) {
									const _errs9 = errors;
									if (!(typeof data.qty == "number")) {
										validate54.errors = [0];
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
												validate54.errors = [0];
												return false;
											}
											if (errors === _errs12) {
												if (typeof data6 == "number") {
													if (data6 > 9007199254740991 || isNaN(data6)) {
														validate54.errors = [0];
														return false;
													} else if (data6 < 0 || isNaN(data6)) {
														validate54.errors = [0];
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
													validate54.errors = [0];
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
			validate54.errors = [0];
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
			if (data.type === void 0 && "type" || data.payload === void 0 && "payload") {
				validate53.errors = [0];
				return false;
			} else if (data.payload !== void 0) {
				let data0 = data.payload;
				if (errors === errors) {
					if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
						if (data0.topic === void 0 && "topic" || data0.payload === void 0 && "payload" || data0.seq === void 0 && "seq" || data0.ts === void 0 && "ts") {
							validate53.errors = [0];
							return false;
						} else {
							if (data0.topic !== void 0) {
								const _errs3 = errors;
								if (typeof data0.topic !== "string") {
									validate53.errors = [0];
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
											validate53.errors = [0];
											return false;
										}
										if (errors === _errs6) {
											if (typeof data3 == "number") {
												if (data3 > 9007199254740991 || isNaN(data3)) {
													validate53.errors = [0];
													return false;
												} else if (data3 < 0 || isNaN(data3)) {
													validate53.errors = [0];
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
												validate53.errors = [0];
												return false;
											}
											if (errors === _errs8) {
												if (typeof data4 == "number") {
													if (data4 > 9007199254740991 || isNaN(data4)) {
														validate53.errors = [0];
														return false;
													} else if (data4 < 0 || isNaN(data4)) {
														validate53.errors = [0];
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
													validate53.errors = [0];
													return false;
												}
												if (errors === _errs10) {
													if (typeof data5 == "number") {
														if (data5 > 9007199254740991 || isNaN(data5)) {
															validate53.errors = [0];
															return false;
														} else if (data5 < 0 || isNaN(data5)) {
															validate53.errors = [0];
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
														validate53.errors = [0];
														return false;
													}
													if (true !== data6) {
														validate53.errors = [0];
														return false;
													}
													var valid1 = _errs12 === errors;
												} else var valid1 = true;
												if (valid1) {
													if (data0.skipped !== void 0) {
														let data7 = data0.skipped;
														const _errs14 = errors;
														if (!(typeof data7 == "number" && !(data7 % 1) && !isNaN(data7))) {
															validate53.errors = [0];
															return false;
														}
														if (errors === _errs14) {
															if (typeof data7 == "number") {
																if (data7 > 9007199254740991 || isNaN(data7)) {
																	validate53.errors = [0];
																	return false;
																} else if (data7 < 1 || isNaN(data7)) {
																	validate53.errors = [0];
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
																validate53.errors = [0];
																return false;
															}
															if (true !== data8) {
																validate53.errors = [0];
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
						validate53.errors = [0];
						return false;
					}
				}
			}
		} else {
			validate53.errors = [0];
			return false;
		}
	}
	validate53.errors = vErrors;
	return errors === 0;
}
var check8 = validate58;
function validate60(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	if (!(typeof data == "number" && !(data % 1) && !isNaN(data))) {
		validate60.errors = [0];
		return false;
	}
	if (!(data === 1 || data === 2 || data === 3 || data === 4)) {
		validate60.errors = [0];
		return false;
	}
	validate60.errors = vErrors;
	return true;
}
function validate63(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	if (!(typeof data == "number" && !(data % 1) && !isNaN(data))) {
		validate63.errors = [0];
		return false;
	}
	if (!(data === 1 || data === 2 || data === 3 || data === 4 || data === 5 || data === 6)) {
		validate63.errors = [0];
		return false;
	}
	validate63.errors = vErrors;
	return true;
}
function validate65(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	if (!(typeof data == "number" && !(data % 1) && !isNaN(data))) {
		validate65.errors = [0];
		return false;
	}
	if (!(data === 0 || data === 1 || data === 2)) {
		validate65.errors = [0];
		return false;
	}
	validate65.errors = vErrors;
	return true;
}
function validate67(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (errors === 0) {
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.type === void 0 && "type" || data.datetime === void 0 && "datetime") {
				validate67.errors = [0];
				return false;
			} else {
				if (data.type !== void 0) {
					let data0 = data.type;
					const _errs1 = errors;
					if (typeof data0 !== "string") {
						validate67.errors = [0];
						return false;
					}
					if (!(data0 === "DAY" || data0 === "GTC" || data0 === "GTD" || data0 === "IOC" || data0 === "FOK")) {
						validate67.errors = [0];
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
							const err0 = 0;
							if (vErrors === null) vErrors = [err0];
							else vErrors.push(err0);
							errors++;
						}
						if (errors === _errs5) {
							if (typeof data1 == "number") {
								if (data1 > 9007199254740991 || isNaN(data1)) {
									const err1 = 0;
									if (vErrors === null) vErrors = [err1];
									else vErrors.push(err1);
									errors++;
								} else if (data1 < 0 || isNaN(data1)) {
									const err2 = 0;
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
								const err3 = 0;
								if (vErrors === null) vErrors = [err3];
								else vErrors.push(err3);
								errors++;
							}
							var _valid0 = _errs7 === errors;
							valid1 = valid1 || _valid0;
						}
						if (!valid1) {
							const err4 = 0;
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
			validate67.errors = [0];
			return false;
		}
	}
	validate67.errors = vErrors;
	return errors === 0;
}
function validate69(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.type === void 0 && "type" || data.text === void 0 && "text") {
			validate69.errors = [0];
			return false;
		} else {
			if (data.type !== void 0) {
				let data0 = data.type;
				if (typeof data0 !== "string") {
					validate69.errors = [0];
					return false;
				}
				if (!(data0 === "information" || data0 === "warning" || data0 === "error")) {
					validate69.errors = [0];
					return false;
				}
				var valid0 = true;
			} else var valid0 = true;
			if (valid0) {
				if (data.text !== void 0) {
					if (typeof data.text !== "string") {
						validate69.errors = [0];
						return false;
					}
					var valid0 = true;
				} else var valid0 = true;
			}
		}
	} else {
		validate69.errors = [0];
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
			if (data.id === void 0 && "id" || data.symbol === void 0 && "symbol" || data.type === void 0 && "type" || data.side === void 0 && "side" || data.qty === void 0 && "qty" || data.status === void 0 && "status" || data.limitPrice === void 0 && "limitPrice" || data.stopPrice === void 0 && "stopPrice" || data.takeProfit === void 0 && "takeProfit" || data.stopLoss === void 0 && "stopLoss" || data.guaranteedStop === void 0 && "guaranteedStop" || data.trailingStopPips === void 0 && "trailingStopPips" || data.stopType === void 0 && "stopType" || data.duration === void 0 && "duration" || data.filledQty === void 0 && "filledQty" || data.avgPrice === void 0 && "avgPrice" || data.parentId === void 0 && "parentId" || data.parentType === void 0 && "parentType" || data.message === void 0 && "message" || data.updateTime === void 0 && "updateTime") {
				validate59.errors = [0];
				return false;
			} else {
				if (data.id !== void 0) {
					const _errs1 = errors;
					if (typeof data.id !== "string") {
						validate59.errors = [0];
						return false;
					}
					var valid0 = _errs1 === errors;
				} else var valid0 = true;
				if (valid0) {
					if (data.symbol !== void 0) {
						const _errs3 = errors;
						if (typeof data.symbol !== "string") {
							validate59.errors = [0];
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
										validate59.errors = [0];
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
												validate59.errors = [0];
												return false;
											}
											var valid0 = _errs10 === errors;
										} else var valid0 = true;
										if (valid0) {
											if (data.stopPrice !== void 0) {
												let data7 = data.stopPrice;
												const _errs12 = errors;
												if (!(typeof data7 == "number") && data7 !== null) {
													validate59.errors = [0];
													return false;
												}
												var valid0 = _errs12 === errors;
											} else var valid0 = true;
											if (valid0) {
												if (data.takeProfit !== void 0) {
													let data8 = data.takeProfit;
													const _errs14 = errors;
													if (!(typeof data8 == "number") && data8 !== null) {
														validate59.errors = [0];
														return false;
													}
													var valid0 = _errs14 === errors;
												} else var valid0 = true;
												if (valid0) {
													if (data.stopLoss !== void 0) {
														let data9 = data.stopLoss;
														const _errs16 = errors;
														if (!(typeof data9 == "number") && data9 !== null) {
															validate59.errors = [0];
															return false;
														}
														var valid0 = _errs16 === errors;
													} else var valid0 = true;
													if (valid0) {
														if (data.guaranteedStop !== void 0) {
															let data10 = data.guaranteedStop;
															const _errs18 = errors;
															if (!(typeof data10 == "number") && data10 !== null) {
																validate59.errors = [0];
																return false;
															}
															var valid0 = _errs18 === errors;
														} else var valid0 = true;
														if (valid0) {
															if (data.trailingStopPips !== void 0) {
																let data11 = data.trailingStopPips;
																const _errs20 = errors;
																if (!(typeof data11 == "number") && data11 !== null) {
																	validate59.errors = [0];
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
																			const err0 = 0;
																			if (vErrors === null) vErrors = [err0];
																			else vErrors.push(err0);
																			errors++;
																		}
																		var _valid0 = _errs25 === errors;
																		valid1 = valid1 || _valid0;
																	}
																	if (!valid1) {
																		const err1 = 0;
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
																				const err2 = 0;
																				if (vErrors === null) vErrors = [err2];
																				else vErrors.push(err2);
																				errors++;
																			}
																			var _valid1 = _errs30 === errors;
																			valid2 = valid2 || _valid1;
																		}
																		if (!valid2) {
																			const err3 = 0;
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
																				validate59.errors = [0];
																				return false;
																			}
																			var valid0 = _errs32 === errors;
																		} else var valid0 = true;
																		if (valid0) {
																			if (data.avgPrice !== void 0) {
																				let data15 = data.avgPrice;
																				const _errs34 = errors;
																				if (!(typeof data15 == "number") && data15 !== null) {
																					validate59.errors = [0];
																					return false;
																				}
																				var valid0 = _errs34 === errors;
																			} else var valid0 = true;
																			if (valid0) {
																				if (data.parentId !== void 0) {
																					let data16 = data.parentId;
																					const _errs36 = errors;
																					if (typeof data16 !== "string" && data16 !== null) {
																						validate59.errors = [0];
																						return false;
																					}
																					var valid0 = _errs36 === errors;
																				} else var valid0 = true;
																				if (valid0) {
																					if (data.parentType !== void 0) {
																						let data17 = data.parentType;
																						const _errs38 = errors;
																						if (!(typeof data17 == "number" && !(data17 % 1) && !isNaN(data17)) && data17 !== null) {
																							validate59.errors = [0];
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
																									const err4 = 0;
																									if (vErrors === null) vErrors = [err4];
																									else vErrors.push(err4);
																									errors++;
																								}
																								var _valid2 = _errs43 === errors;
																								valid3 = valid3 || _valid2;
																							}
																							if (!valid3) {
																								const err5 = 0;
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
																									validate59.errors = [0];
																									return false;
																								}
																								if (errors === _errs45) {
																									if (typeof data19 == "number") {
																										if (data19 > 9007199254740991 || isNaN(data19)) {
																											validate59.errors = [0];
																											return false;
																										} else if (data19 < 0 || isNaN(data19)) {
																											validate59.errors = [0];
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
			validate59.errors = [0];
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
			if (data.type === void 0 && "type" || data.payload === void 0 && "payload") {
				validate58.errors = [0];
				return false;
			} else if (data.payload !== void 0) {
				let data0 = data.payload;
				if (errors === errors) {
					if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
						if (data0.topic === void 0 && "topic" || data0.payload === void 0 && "payload" || data0.seq === void 0 && "seq" || data0.ts === void 0 && "ts") {
							validate58.errors = [0];
							return false;
						} else {
							if (data0.topic !== void 0) {
								const _errs3 = errors;
								if (typeof data0.topic !== "string") {
									validate58.errors = [0];
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
											validate58.errors = [0];
											return false;
										}
										if (errors === _errs6) {
											if (typeof data3 == "number") {
												if (data3 > 9007199254740991 || isNaN(data3)) {
													validate58.errors = [0];
													return false;
												} else if (data3 < 0 || isNaN(data3)) {
													validate58.errors = [0];
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
												validate58.errors = [0];
												return false;
											}
											if (errors === _errs8) {
												if (typeof data4 == "number") {
													if (data4 > 9007199254740991 || isNaN(data4)) {
														validate58.errors = [0];
														return false;
													} else if (data4 < 0 || isNaN(data4)) {
														validate58.errors = [0];
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
													validate58.errors = [0];
													return false;
												}
												if (errors === _errs10) {
													if (typeof data5 == "number") {
														if (data5 > 9007199254740991 || isNaN(data5)) {
															validate58.errors = [0];
															return false;
														} else if (data5 < 0 || isNaN(data5)) {
															validate58.errors = [0];
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
														validate58.errors = [0];
														return false;
													}
													if (true !== data6) {
														validate58.errors = [0];
														return false;
													}
													var valid1 = _errs12 === errors;
												} else var valid1 = true;
												if (valid1) {
													if (data0.skipped !== void 0) {
														let data7 = data0.skipped;
														const _errs14 = errors;
														if (!(typeof data7 == "number" && !(data7 % 1) && !isNaN(data7))) {
															validate58.errors = [0];
															return false;
														}
														if (errors === _errs14) {
															if (typeof data7 == "number") {
																if (data7 > 9007199254740991 || isNaN(data7)) {
																	validate58.errors = [0];
																	return false;
																} else if (data7 < 1 || isNaN(data7)) {
																	validate58.errors = [0];
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
																validate58.errors = [0];
																return false;
															}
															if (true !== data8) {
																validate58.errors = [0];
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
						validate58.errors = [0];
						return false;
					}
				}
			}
		} else {
			validate58.errors = [0];
			return false;
		}
	}
	validate58.errors = vErrors;
	return errors === 0;
}
var check9 = validate72;
function validate74(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.ts === void 0 && "ts" || data.contract === void 0 && "contract") {
			validate74.errors = [0];
			return false;
		} else {
			if (data.t !== void 0) {
				if (!(typeof data.t == "number")) {
					validate74.errors = [0];
					return false;
				}
				var valid0 = true;
			} else var valid0 = true;
			if (valid0) {
				if (data.ts !== void 0) {
					let data1 = data.ts;
					if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1))) {
						validate74.errors = [0];
						return false;
					}
					if (typeof data1 == "number") {
						if (data1 > 9007199254740991 || isNaN(data1)) {
							validate74.errors = [0];
							return false;
						} else if (data1 < 0 || isNaN(data1)) {
							validate74.errors = [0];
							return false;
						}
					}
					var valid0 = true;
				} else var valid0 = true;
				if (valid0) {
					if (data.contract !== void 0) {
						let data2 = data.contract;
						if (!(typeof data2 == "number" && !(data2 % 1) && !isNaN(data2))) {
							validate74.errors = [0];
							return false;
						}
						var valid0 = true;
					} else var valid0 = true;
				}
			}
		}
	} else {
		validate74.errors = [0];
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
			if (data.type === void 0 && "type" || data.payload === void 0 && "payload") {
				validate72.errors = [0];
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
			validate72.errors = [0];
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
			if (data.id === void 0 && "id" || data.symbol === void 0 && "symbol" || data.qty === void 0 && "qty" || data.side === void 0 && "side" || data.avgPrice === void 0 && "avgPrice") {
				validate77.errors = [0];
				return false;
			} else {
				if (data.id !== void 0) {
					const _errs1 = errors;
					if (typeof data.id !== "string") {
						validate77.errors = [0];
						return false;
					}
					var valid0 = _errs1 === errors;
				} else var valid0 = true;
				if (valid0) {
					if (data.symbol !== void 0) {
						const _errs3 = errors;
						if (typeof data.symbol !== "string") {
							validate77.errors = [0];
							return false;
						}
						var valid0 = _errs3 === errors;
					} else var valid0 = true;
					if (valid0) {
						if (data.qty !== void 0) {
							const _errs5 = errors;
							if (!(typeof data.qty == "number")) {
								validate77.errors = [0];
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
										validate77.errors = [0];
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
			validate77.errors = [0];
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
			if (data.type === void 0 && "type" || data.payload === void 0 && "payload") {
				validate76.errors = [0];
				return false;
			} else if (data.payload !== void 0) {
				let data0 = data.payload;
				if (errors === errors) {
					if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
						if (data0.topic === void 0 && "topic" || data0.payload === void 0 && "payload" || data0.seq === void 0 && "seq" || data0.ts === void 0 && "ts") {
							validate76.errors = [0];
							return false;
						} else {
							if (data0.topic !== void 0) {
								const _errs3 = errors;
								if (typeof data0.topic !== "string") {
									validate76.errors = [0];
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
											validate76.errors = [0];
											return false;
										}
										if (errors === _errs6) {
											if (typeof data3 == "number") {
												if (data3 > 9007199254740991 || isNaN(data3)) {
													validate76.errors = [0];
													return false;
												} else if (data3 < 0 || isNaN(data3)) {
													validate76.errors = [0];
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
												validate76.errors = [0];
												return false;
											}
											if (errors === _errs8) {
												if (typeof data4 == "number") {
													if (data4 > 9007199254740991 || isNaN(data4)) {
														validate76.errors = [0];
														return false;
													} else if (data4 < 0 || isNaN(data4)) {
														validate76.errors = [0];
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
													validate76.errors = [0];
													return false;
												}
												if (errors === _errs10) {
													if (typeof data5 == "number") {
														if (data5 > 9007199254740991 || isNaN(data5)) {
															validate76.errors = [0];
															return false;
														} else if (data5 < 0 || isNaN(data5)) {
															validate76.errors = [0];
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
														validate76.errors = [0];
														return false;
													}
													if (true !== data6) {
														validate76.errors = [0];
														return false;
													}
													var valid1 = _errs12 === errors;
												} else var valid1 = true;
												if (valid1) {
													if (data0.skipped !== void 0) {
														let data7 = data0.skipped;
														const _errs14 = errors;
														if (!(typeof data7 == "number" && !(data7 % 1) && !isNaN(data7))) {
															validate76.errors = [0];
															return false;
														}
														if (errors === _errs14) {
															if (typeof data7 == "number") {
																if (data7 > 9007199254740991 || isNaN(data7)) {
																	validate76.errors = [0];
																	return false;
																} else if (data7 < 1 || isNaN(data7)) {
																	validate76.errors = [0];
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
																validate76.errors = [0];
																return false;
															}
															if (true !== data8) {
																validate76.errors = [0];
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
						validate76.errors = [0];
						return false;
					}
				}
			}
		} else {
			validate76.errors = [0];
			return false;
		}
	}
	validate76.errors = vErrors;
	return errors === 0;
}
var check11 = validate80;
function validate82(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.lp === void 0 && "lp" || data.ask === void 0 && "ask" || data.bid === void 0 && "bid" || data.spread === void 0 && "spread" || data.open_price === void 0 && "open_price" || data.high_price === void 0 && "high_price" || data.low_price === void 0 && "low_price" || data.prev_close_price === void 0 && "prev_close_price" || data.volume === void 0 && "volume" || data.ch === void 0 && "ch" || data.chp === void 0 && "chp" || data.short_name === void 0 && "short_name" || data.exchange === void 0 && "exchange" || data.description === void 0 && "description" || data.original_name === void 0 && "original_name") {
			validate82.errors = [0];
			return false;
		} else {
			if (data.lp !== void 0) {
				if (!(typeof data.lp == "number")) {
					validate82.errors = [0];
					return false;
				}
				var valid0 = true;
			} else var valid0 = true;
			if (valid0) {
				if (data.ask !== void 0) {
					if (!(typeof data.ask == "number")) {
						validate82.errors = [0];
						return false;
					}
					var valid0 = true;
				} else var valid0 = true;
				if (valid0) {
					if (data.bid !== void 0) {
						if (!(typeof data.bid == "number")) {
							validate82.errors = [0];
							return false;
						}
						var valid0 = true;
					} else var valid0 = true;
					if (valid0) {
						if (data.spread !== void 0) {
							if (!(typeof data.spread == "number")) {
								validate82.errors = [0];
								return false;
							}
							var valid0 = true;
						} else var valid0 = true;
						if (valid0) {
							if (data.open_price !== void 0) {
								if (!(typeof data.open_price == "number")) {
									validate82.errors = [0];
									return false;
								}
								var valid0 = true;
							} else var valid0 = true;
							if (valid0) {
								if (data.high_price !== void 0) {
									if (!(typeof data.high_price == "number")) {
										validate82.errors = [0];
										return false;
									}
									var valid0 = true;
								} else var valid0 = true;
								if (valid0) {
									if (data.low_price !== void 0) {
										if (!(typeof data.low_price == "number")) {
											validate82.errors = [0];
											return false;
										}
										var valid0 = true;
									} else var valid0 = true;
									if (valid0) {
										if (data.prev_close_price !== void 0) {
											if (!(typeof data.prev_close_price == "number")) {
												validate82.errors = [0];
												return false;
											}
											var valid0 = true;
										} else var valid0 = true;
										if (valid0) {
											if (data.volume !== void 0) {
												if (!(typeof data.volume == "number")) {
													validate82.errors = [0];
													return false;
												}
												var valid0 = true;
											} else var valid0 = true;
											if (valid0) {
												if (data.ch !== void 0) {
													if (!(typeof data.ch == "number")) {
														validate82.errors = [0];
														return false;
													}
													var valid0 = true;
												} else var valid0 = true;
												if (valid0) {
													if (data.chp !== void 0) {
														if (!(typeof data.chp == "number")) {
															validate82.errors = [0];
															return false;
														}
														var valid0 = true;
													} else var valid0 = true;
													if (valid0) {
														if (data.short_name !== void 0) {
															if (typeof data.short_name !== "string") {
																validate82.errors = [0];
																return false;
															}
															var valid0 = true;
														} else var valid0 = true;
														if (valid0) {
															if (data.exchange !== void 0) {
																if (typeof data.exchange !== "string") {
																	validate82.errors = [0];
																	return false;
																}
																var valid0 = true;
															} else var valid0 = true;
															if (valid0) {
																if (data.description !== void 0) {
																	if (typeof data.description !== "string") {
																		validate82.errors = [0];
																		return false;
																	}
																	var valid0 = true;
																} else var valid0 = true;
																if (valid0) {
																	if (data.original_name !== void 0) {
																		if (typeof data.original_name !== "string") {
																			validate82.errors = [0];
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
		validate82.errors = [0];
		return false;
	}
	validate82.errors = vErrors;
	return true;
}
function validate84(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.error === void 0 && "error") {
			validate84.errors = [0];
			return false;
		} else if (data.error !== void 0) {
			if (typeof data.error !== "string") {
				validate84.errors = [0];
				return false;
			}
		}
	} else {
		validate84.errors = [0];
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
			if (data.s === void 0 && "s" || data.n === void 0 && "n" || data.v === void 0 && "v") {
				validate81.errors = [0];
				return false;
			} else {
				if (data.s !== void 0) {
					let data0 = data.s;
					const _errs1 = errors;
					if (typeof data0 !== "string") {
						validate81.errors = [0];
						return false;
					}
					if (!(data0 === "ok" || data0 === "error")) {
						validate81.errors = [0];
						return false;
					}
					var valid0 = _errs1 === errors;
				} else var valid0 = true;
				if (valid0) {
					if (data.n !== void 0) {
						const _errs3 = errors;
						if (typeof data.n !== "string") {
							validate81.errors = [0];
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
								const err0 = 0;
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
			validate81.errors = [0];
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
			if (data.type === void 0 && "type" || data.payload === void 0 && "payload") {
				validate80.errors = [0];
				return false;
			} else if (data.payload !== void 0) {
				let data0 = data.payload;
				if (errors === errors) {
					if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
						if (data0.topic === void 0 && "topic" || data0.payload === void 0 && "payload" || data0.seq === void 0 && "seq" || data0.ts === void 0 && "ts") {
							validate80.errors = [0];
							return false;
						} else {
							if (data0.topic !== void 0) {
								const _errs3 = errors;
								if (typeof data0.topic !== "string") {
									validate80.errors = [0];
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
											validate80.errors = [0];
											return false;
										}
										if (errors === _errs6) {
											if (typeof data3 == "number") {
												if (data3 > 9007199254740991 || isNaN(data3)) {
													validate80.errors = [0];
													return false;
												} else if (data3 < 0 || isNaN(data3)) {
													validate80.errors = [0];
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
												validate80.errors = [0];
												return false;
											}
											if (errors === _errs8) {
												if (typeof data4 == "number") {
													if (data4 > 9007199254740991 || isNaN(data4)) {
														validate80.errors = [0];
														return false;
													} else if (data4 < 0 || isNaN(data4)) {
														validate80.errors = [0];
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
													validate80.errors = [0];
													return false;
												}
												if (errors === _errs10) {
													if (typeof data5 == "number") {
														if (data5 > 9007199254740991 || isNaN(data5)) {
															validate80.errors = [0];
															return false;
														} else if (data5 < 0 || isNaN(data5)) {
															validate80.errors = [0];
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
														validate80.errors = [0];
														return false;
													}
													if (true !== data6) {
														validate80.errors = [0];
														return false;
													}
													var valid1 = _errs12 === errors;
												} else var valid1 = true;
												if (valid1) {
													if (data0.skipped !== void 0) {
														let data7 = data0.skipped;
														const _errs14 = errors;
														if (!(typeof data7 == "number" && !(data7 % 1) && !isNaN(data7))) {
															validate80.errors = [0];
															return false;
														}
														if (errors === _errs14) {
															if (typeof data7 == "number") {
																if (data7 > 9007199254740991 || isNaN(data7)) {
																	validate80.errors = [0];
																	return false;
																} else if (data7 < 1 || isNaN(data7)) {
																	validate80.errors = [0];
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
																validate80.errors = [0];
																return false;
															}
															if (true !== data8) {
																validate80.errors = [0];
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
						validate80.errors = [0];
						return false;
					}
				}
			}
		} else {
			validate80.errors = [0];
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
		if (data.grace_ms === void 0 && "grace_ms") {
			validate88.errors = [0];
			return false;
		} else if (data.grace_ms !== void 0) {
			let data0 = data.grace_ms;
			if (!(typeof data0 == "number" && !(data0 % 1) && !isNaN(data0))) {
				validate88.errors = [0];
				return false;
			}
		}
	} else {
		validate88.errors = [0];
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
			if (data.type === void 0 && "type" || data.payload === void 0 && "payload") {
				validate87.errors = [0];
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
			validate87.errors = [0];
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
